import type { Node } from "prosemirror-model";
import { placesOf, readLetters } from "./flags";

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * The words that a comment on a stretch is to name, so that they are found again: whole ones, and so many of those beside them that
 * the same does not stand before. Nothing where none are selected.
 */
export function wordsToName(doc: Node, from: number, to: number): string | null {
  const { text, at } = readLetters(doc);
  let start = at.findIndex((place) => place >= from);
  let end = at.findLastIndex((place) => place < to) + 1;
  const isLetter = (index: number) => LETTER.test(text[index] ?? "");
  const isSpace = (index: number) => /\s/.test(text[index] ?? "");
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  if (start < 0 || start >= end) return null;
  const takeWholeWords = () => {
    while (start > 0 && isLetter(start - 1) && isLetter(start)) start -= 1;
    while (end < text.length && isLetter(end - 1) && isLetter(end)) end += 1;
  };
  takeWholeWords();
  while (start > 0 && placesOf(text, text.slice(start, end))[0]?.index !== start) {
    start -= 1;
    while (start > 0 && isSpace(start)) start -= 1;
    takeWholeWords();
  }
  return text.slice(start, end);
}
