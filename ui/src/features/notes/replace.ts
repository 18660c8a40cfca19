import { EditorState } from "prosemirror-state";
import type { Block, BlockId, Body, Inline } from "../../api/generated";
import { foundIn, replacedIn, type Sought } from "./finding";
import { rangesOf, type Range } from "./flags";
import { fromDoc, toDoc } from "./schema";
import { mapTexts, textsOf } from "./texts";

/** One place where the sought words stand. */
export interface Match {
  block: BlockId;
  field: string;
  range: Range;
}

/** Every place in the note, in reading order. */
export function matchesIn(blocks: readonly Block[], sought: Sought): Match[] {
  if (sought.words === "") return [];
  return blocks.flatMap(({ id, body }) =>
    textsOf(body).flatMap(({ text, field }) => rangesOf(toDoc(text), sought).map((range) => ({ block: id, field, range }))),
  );
}

/** The text with every place replaced, footnotes and links included; marks stay as they are where the words begin. */
export function replaceAll(text: readonly Inline[], sought: Sought, by: string): Inline[] {
  const withNotes = text.map((inline) => replaceWithin(inline, sought, by));
  return replaceRanges(withNotes, rangesOf(toDoc(withNotes), sought).filter(({ isAtom }) => !isAtom), by);
}

/** The words of a footnote or a link replaced; everything else as it is. */
function replaceWithin(inline: Inline, sought: Sought, by: string): Inline {
  if (inline.type === "footnote") return { ...inline, text: replaceAll(inline.text, sought, by) };
  return inline.type === "link" ? { ...inline, text: replacedIn(inline.text, sought, by) } : inline;
}

function replaceRanges(text: readonly Inline[], ranges: readonly Range[], by: string): Inline[] {
  const { tr } = EditorState.create({ doc: toDoc(text) });
  for (const { from, to } of [...ranges].reverse()) {
    // insertText takes the marks at its place; nothing in place of the words takes them out.
    if (by === "") tr.delete(from, to);
    else tr.insertText(by, from, to);
  }
  return fromDoc(tr.doc);
}

/** The blocks that change when every place is replaced, as they are then. */
export function replacedBlocks(blocks: readonly Block[], sought: Sought, by: string): { id: BlockId; body: Body }[] {
  return blocks.flatMap(({ id, body }) => {
    const holds = textsOf(body).some(({ text }) => rangesOf(toDoc(text), sought).length > 0);
    return holds ? [{ id, body: mapTexts(body, (text) => replaceAll(text, sought, by)) }] : [];
  });
}

/** The block's body with one place replaced. A place within a footnote or a link replaces all of it there. */
export function replacedOne(body: Body, match: Match, sought: Sought, by: string): Body {
  return mapTexts(body, (text, field) => {
    if (field !== match.field) return [...text];
    if (!match.range.isAtom) return replaceRanges(text, [match.range], by);
    const at = match.range.from;
    let position = 0;
    return text.map((inline): Inline => {
      const here = position;
      position += inline.type === "text" ? inline.text.length : 1;
      return here === at ? replaceWithin(inline, sought, by) : inline;
    });
  });
}

/** The number of the place that is one step on from another, round the ends; -1 is none, where one starts. */
export function stepped(at: number, step: 1 | -1, count: number): number {
  const stands = Math.min(at, count - 1);
  return stands < 0 ? (step > 0 ? 0 : count - 1) : (stands + step + count) % count;
}

/**
 * The number of the first place behind one that was replaced by these words, which may hold what is sought themselves; from
 * the end it goes on at the start. -1 where nothing is left, or where the start may be such words: one would replace them again.
 */
export function placeBehind(blocks: readonly Block[], sought: Sought, replaced: Match, by: string): number {
  const matches = matchesIn(blocks, sought);
  const order = new Map(blocks.flatMap(({ id, body }) => textsOf(body).map(({ field }) => `${id}/${field}`)).map((key, index) => [key, index]));
  const orderOf = ({ block, field }: Match) => order.get(`${block}/${field}`) ?? -1;
  const [here, { range }] = [orderOf(replaced), replaced];
  const end = range.isAtom ? range.to : range.from + by.length;
  const behind = matches.findIndex((match) => orderOf(match) > here || (orderOf(match) === here && match.range.from >= end));
  if (behind >= 0) return behind;
  return foundIn(by, sought).length > 0 ? -1 : Math.min(0, matches.length - 1);
}
