import { fold } from "../../lib/match";
import { sentencesOf, type Stretch } from "../../lib/text";
import type { Paragraph } from "./marks";

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much two texts say in the same words: 0 nothing, 1 all of it (Dice's coefficient over words). */
export function wordsInCommon(one: string, other: string): number {
  const left = new Map<string, number>();
  const words = wordsOf(one);
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  const others = wordsOf(other);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(word, count - 1);
  }
  return words.length + others.length === 0 ? 0 : (2 * shared) / (words.length + others.length);
}

/** Less than this in common is another sentence. */
const LIKE = 0.5;

/** Where a passage seems to stand in a text that does not have its very words around it; undefined when nothing is like it. */
export function likeliest(text: string, paragraphs: readonly Paragraph[], language: string | undefined, quote: string): Stretch | undefined {
  const exact = text.indexOf(quote);
  if (exact >= 0) return { start: exact, end: exact + quote.length };
  const sought = new Set(wordsOf(quote));
  // Whole texts are not cut into sentences: those of the paragraphs that hold most of the words are.
  const near = paragraphs
    .map((paragraph) => ({ paragraph, held: new Set(wordsOf(paragraph.text).filter((word) => sought.has(word))).size }))
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.held - a.held)
    .slice(0, 8);
  const sentences = near.flatMap(({ paragraph }) =>
    sentencesOf(paragraph.text, language).map(({ start, end }) => ({
      start: paragraph.start + start,
      end: paragraph.start + end,
      likeness: wordsInCommon(paragraph.text.slice(start, end), quote),
    })),
  );
  const best = sentences.reduce((a, b) => (b.likeness > a.likeness ? b : a), { start: 0, end: 0, likeness: 0 });
  return best.likeness < LIKE ? undefined : { start: best.start, end: best.end };
}
