import { sentencesOf, type Stretch, type TextPositions } from "../../lib/text";

// Everything in this feature counts UTF-16 units of the whole text, as the DOM does; the core's positions are
// translated once, where they come in.

export type ParagraphKind = "paragraph" | "heading" | "list_item" | "quote" | "table_row" | "code";

export interface Paragraph extends Stretch {
  kind: ParagraphKind;
  level: number;
  /** Of a list's item, where the document numbers them. */
  number?: number | undefined;
  text: string;
}

/** Something marked in the text. `id` names the excerpt or suggestion it stands for. */
export interface Mark extends Stretch {
  look: "kept" | "current" | "selected" | "mention" | "ambiguous" | "suggested" | "offered" | "found";
  id?: string;
  /** Who is meant. */
  title?: string;
}

/** A run of letters under the same marks. */
export interface Piece extends Stretch {
  text: string;
  looks: readonly Mark["look"][];
  /** The excerpts and suggestions that begin here, for the margin to stand beside. */
  begins: readonly string[];
  excerpt: string | undefined;
  title: string | undefined;
}

interface CoreSpan {
  start: number;
  end: number;
  kind: ParagraphKind;
  level: number;
  number?: number;
}

/** The source's stretches as paragraphs. Text between them, if any, becomes paragraphs of its own: nothing is hidden. */
export function paragraphsOf(positions: TextPositions, spans: readonly CoreSpan[]): Paragraph[] {
  const { text } = positions;
  const paragraphs: Paragraph[] = [];
  const addPlain = (start: number, end: number) => {
    for (const line of text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/g)) {
      const from = start + line.index;
      paragraphs.push({ kind: "paragraph", level: 0, start: from, end: from + line[0].length, text: line[0] });
    }
  };
  let reached = 0;
  for (const span of spans) {
    const start = positions.toUnit(span.start);
    const end = positions.toUnit(span.end);
    addPlain(reached, start);
    if (end > start) paragraphs.push({ kind: span.kind, level: span.level, number: span.number, start, end, text: text.slice(start, end) });
    reached = Math.max(reached, end);
  }
  addPlain(reached, text.length);
  return paragraphs;
}

/** A paragraph cut wherever a mark begins or ends. */
export function piecesOf(paragraph: Paragraph, marks: readonly Mark[]): Piece[] {
  const touching = marks.filter((mark) => mark.start < paragraph.end && mark.end > paragraph.start);
  const clamp = (at: number) => Math.min(paragraph.end, Math.max(paragraph.start, at));
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const mark of touching) cuts.add(clamp(mark.start)).add(clamp(mark.end));
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? paragraph.end;
    const over = touching.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      end,
      text: paragraph.text.slice(start - paragraph.start, end - paragraph.start),
      looks: [...new Set(over.map((mark) => mark.look))],
      begins: over.flatMap((mark) => ((mark.look === "kept" || mark.look === "suggested") && clamp(mark.start) === start && mark.start >= paragraph.start && mark.id !== undefined ? [mark.id] : [])),
      excerpt: over.find((mark) => mark.look === "kept")?.id,
      title: over.find((mark) => mark.title !== undefined)?.title,
    };
  });
}

const cut = new WeakMap<Paragraph, Stretch[]>();

/** The sentences of a paragraph, cut once and only when asked for: a long text is never cut as a whole. */
function sentencesIn(paragraph: Paragraph, language: string | undefined): Stretch[] {
  const known = cut.get(paragraph);
  if (known !== undefined) return known;
  const sentences = sentencesOf(paragraph.text, language).map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end }));
  cut.set(paragraph, sentences);
  return sentences;
}

/** The first paragraph that ends after the position; past the last one, their number. Paragraphs are in order. */
export function paragraphAt(paragraphs: readonly Paragraph[], position: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paragraphs[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first sentence that begins at the position or after it. */
function sentenceFrom(paragraphs: readonly Paragraph[], position: number, language: string | undefined): Stretch | undefined {
  for (let index = paragraphAt(paragraphs, position); index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    const sentence = paragraph && sentencesIn(paragraph, language).find(({ start }) => start >= position);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** The last sentence that ends at the position or before it. */
function sentenceBefore(paragraphs: readonly Paragraph[], position: number, language: string | undefined): Stretch | undefined {
  for (let index = Math.min(paragraphAt(paragraphs, position), paragraphs.length - 1); index >= 0; index -= 1) {
    const paragraph = paragraphs[index];
    const sentence = paragraph && sentencesIn(paragraph, language).findLast(({ end }) => end <= position);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** The sentence after (`by` 1) or before (`by` -1) the selection; without one, the first from `inView` on. */
export function stepSentence(paragraphs: readonly Paragraph[], language: string | undefined, selection: Stretch | undefined, by: 1 | -1, inView = 0): Stretch | undefined {
  if (selection === undefined) return sentenceFrom(paragraphs, inView, language);
  const next = by === 1 ? sentenceFrom(paragraphs, selection.end, language) : sentenceBefore(paragraphs, selection.start, language);
  return next ?? selection;
}

/** The selection with the next sentence added. */
export function extendSelection(paragraphs: readonly Paragraph[], language: string | undefined, selection: Stretch): Stretch {
  const next = sentenceFrom(paragraphs, selection.end, language);
  return next === undefined ? selection : { start: selection.start, end: next.end };
}

/** Marks by the paragraph they touch, by its number. */
export function byParagraph(paragraphs: readonly Paragraph[], marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const grouped = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (let index = paragraphAt(paragraphs, mark.start); index < paragraphs.length && (paragraphs[index]?.start ?? 0) < mark.end; index += 1) {
      const here = grouped.get(index);
      if (here === undefined) grouped.set(index, [mark]);
      else here.push(mark);
    }
  }
  return grouped;
}
