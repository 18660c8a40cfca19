import { sentencesOf, type Stretch, type TextPositions } from "../../lib/text";

// Everything in this feature counts UTF-16 units of the whole text, as the DOM does; the core's positions are
// translated once, where they come in.

export type ParagraphKind = "paragraph" | "heading" | "list_item" | "quote" | "table_row" | "code";

export interface Paragraph extends Stretch {
  kind: ParagraphKind;
  level: number;
  text: string;
}

/** Something marked in the text. `id` names the excerpt or actor it stands for. */
export interface Mark extends Stretch {
  look: "kept" | "current" | "selected" | "mention" | "found";
  id?: string;
}

/** A run of letters under the same marks. */
export interface Piece extends Stretch {
  text: string;
  looks: readonly Mark["look"][];
  /** The excerpt that begins here, for the margin to stand beside. */
  begins: readonly string[];
  excerpt: string | undefined;
}

interface CoreSpan {
  start: number;
  end: number;
  kind: ParagraphKind;
  level: number;
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
    if (end > start) paragraphs.push({ kind: span.kind, level: span.level, start, end, text: text.slice(start, end) });
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
      begins: over.flatMap((mark) => (mark.look === "kept" && clamp(mark.start) === start && mark.start >= paragraph.start && mark.id !== undefined ? [mark.id] : [])),
      excerpt: over.find((mark) => mark.look === "kept")?.id,
    };
  });
}

/** Every sentence of the text, in order. Headings count as one each. */
export function sentencesIn(paragraphs: readonly Paragraph[], language: string | undefined): Stretch[] {
  return paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph.text, language).map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end })),
  );
}

/** The sentence after (`by` 1) or before (`by` -1) the selection; the first in view when there is none. */
export function stepSentence(sentences: readonly Stretch[], selection: Stretch | undefined, by: 1 | -1, inView = 0): Stretch | undefined {
  if (selection === undefined) return sentences.find((sentence) => sentence.start >= inView) ?? sentences[0];
  if (by === 1) return sentences.find((sentence) => sentence.start >= selection.end) ?? sentences.at(-1);
  return sentences.findLast((sentence) => sentence.end <= selection.start) ?? sentences[0];
}

/** The selection with the next sentence added. */
export function extendSelection(sentences: readonly Stretch[], selection: Stretch): Stretch {
  const next = sentences.find((sentence) => sentence.end > selection.end);
  return next === undefined ? selection : { start: selection.start, end: next.end };
}
