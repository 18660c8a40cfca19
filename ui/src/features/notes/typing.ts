import type { Node } from "prosemirror-model";
import type { BlockId, Body } from "../../api/generated";
import { sameText, toDoc } from "./schema";
import { textChange, type TextChange } from "./textChange";
import { mapTexts, textsOf } from "./texts";

/** A run of typing, as far as it has come: where it goes on, and since when. It is one step to undo. */
export interface Typing {
  block: BlockId;
  field: string;
  /** Where it goes on, from the first to the last place that may have been. */
  from: number;
  to: number;
  /** Whether the last of it put something in, else it took something out; and how that looks. */
  puts: boolean;
  look: string;
  /** The moments of its first and its last letter. */
  since: number;
  last: number;
}

/** A rest this long ends a run, in milliseconds; */
export const PAUSE = 2000;
/** and after this long it ends with the word. */
export const LONG = 10_000;

/** What a change to a block has to do with the typing before it. */
export interface Typed {
  /** Whether it is more of it. */
  goesOn: boolean;
  /** What more letters would go on. */
  typing: Typing | undefined;
}

const APART: Typed = { goesOn: false, typing: undefined };

/**
 * Letters that follow one another are one run, a sentence at most. Everything else is an act of its own: a mark, a chip, another
 * shape, several words at once. Taking out ends a run that put something in, so that what was typed can be had back.
 */
export function typedOn(before: Body, body: Body, block: BlockId, run: Typing | undefined, now: number): Typed {
  const written = lettersOf(before, body);
  if (written === undefined) return { goesOn: false, typing: begunIn(before, body, block, now) };
  const { field, change, taken, put, look, ahead } = written;
  const typing = { block, field, from: change.until - change.slack, to: change.until, puts: put !== "", look, since: now, last: now };
  if (isSeveral(put)) return APART;
  if (isSeveral(taken)) return { goesOn: false, typing: put === "" ? undefined : typing };
  const isThere = run?.block === block && run.field === field && change.from - change.slack <= run.to && run.from <= change.to;
  if (!isThere || now - run.last > PAUSE || (run.puts && (put === "" || run.look !== look || isTypedOver(taken, put)))) return { goesOn: false, typing };
  const isWordOver = run.puts && /^\s/.test(put);
  return isWordOver && (now - run.since > LONG || SENTENCE.test(ahead)) ? { goesOn: false, typing } : { goesOn: true, typing: { ...typing, since: run.since } };
}

/** A word is replaced by the first letter of another, and not put right, nor composed of signs that are no letters of its own script. */
const isTypedOver = (taken: string, put: string): boolean => taken.length > 1 && /^[\p{Lu}\p{Ll}\p{N}\p{P}]$/u.test(put) && /[\p{Lu}\p{Ll}]/u.test(taken);

/** The end of a sentence. */
const SENTENCE = /[.!?…]["'’”»)\]]*$/;

/** More than one word, or words with something of their own among them. */
const isSeveral = (letters: string): boolean => /\S\s+\S/.test(letters);

/** The one text in which letters came or went, and what stood ahead of them; nothing, if anything else is different. */
function lettersOf(before: Body, body: Body) {
  if (bare(before) !== bare(body)) return undefined;
  const next = writtenIn(body);
  const [changed, ...others] = writtenIn(before).flatMap(({ field, text }, index) => {
    const [a, b] = [text, next[index]?.text ?? []];
    if (a === b) return [];
    const [was, is] = [toDoc(a), toDoc(b)];
    const change = textChange(was, is);
    return change === undefined ? [] : [{ field, was, is, change }];
  });
  if (changed === undefined || others.length > 0) return undefined;
  const { field, was, is, change } = changed;
  const [taken, put] = [lettersIn(was, change.from, change.to), lettersIn(is, change.from, change.until)];
  // The same letters on both sides: how they look is otherwise.
  if (taken === undefined || put === undefined || taken === put) return undefined;
  return { field, change, taken, put, look: lookOf(is, change), ahead: is.textBetween(0, change.from) };
}

/** More letters go on in a text that came with its first ones. */
function begunIn(before: Body, body: Body, block: BlockId, now: number): Typing | undefined {
  const were = new Map(writtenIn(before).map(({ field, text }) => [field, text]));
  const [begun, ...others] = writtenIn(body).filter(({ field, text }) => !sameText(were.get(field) ?? [], text));
  if (before.kind !== body.kind || begun === undefined || others.length > 0 || were.has(begun.field)) return undefined;
  const doc = toDoc(begun.text);
  const { size } = doc.content;
  return { block, field: begun.field, from: size, to: size, puts: true, look: lookOf(doc, { from: 0, to: 0, until: size, slack: 0 }), since: now, last: now };
}

/** How the first of the letters that came look: bold, italic, in another language. */
const lookOf = (doc: Node, { from, until }: TextChange): string => (until > from ? JSON.stringify(doc.nodeAt(from)?.marks ?? []) : "");

/** The letters there, if there is nothing else. */
function lettersIn(doc: Node, from: number, to: number): string | undefined {
  const { content } = doc.slice(from, to);
  return content.content.every((node) => node.isText) ? content.textBetween(0, content.size) : undefined;
}

/** Every text of a body, a picture's words for those who cannot see it among them. */
function writtenIn(body: Body) {
  const texts = textsOf(body);
  return body.kind === "picture" ? [...texts, { field: "alternative", text: [{ type: "text" as const, text: body.alternative }] }] : texts;
}

const bare = (body: Body): string => JSON.stringify(mapTexts(body.kind === "picture" ? { ...body, alternative: "" } : body, () => []));
