import type { Block, Body } from "../../api/generated";
import type { NoteWork } from "./noteContext";
import { plain } from "./schema";
import { textsOf } from "./texts";

/** So many words a careful reader takes in a minute. */
const PACE = 220;

/** How many words the note has, quotations among them, and how many minutes they take to read. */
export function readingOf(blocks: readonly Block[], excerpts: NoteWork["excerpts"]): { words: number; minutes: number } {
  const words = blocks.reduce((sum, { body }) => {
    return sum + wordsOf(body) + (body.kind === "quotation" ? countWords(excerpts.get(body.excerpt)?.excerpt.quote ?? "") : 0);
  }, 0);
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / PACE)) };
}

/** What a body's own texts count; only the body that is written in has to be counted again. */
function wordsOf(body: Body): number {
  const known = counted.get(body);
  if (known !== undefined) return known;
  const count = textsOf(body).reduce((sum, { text }) => sum + countWords(plain(text)), 0);
  counted.set(body, count);
  return count;
}

const counted = new WeakMap<Body, number>();

/** Words as the language's own rules cut them: also where no spaces stand between them. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of cutter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}

const cutter = new Intl.Segmenter(undefined, { granularity: "word" });
