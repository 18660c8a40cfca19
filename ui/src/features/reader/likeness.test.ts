import { expect, test } from "vitest";
import { likeliest, wordsInCommon } from "./likeness";
import type { Paragraph } from "./marks";

test.each([
  ["a b", "a b", 1],
  ["a b", "c d", 0],
  ["A  b!", "b, a", 1],
  ["a a", "a", 2 / 3],
  ["", "", 0],
])("words in common of %j and %j", (one, other, share) => {
  expect(wordsInCommon(one, other)).toBeCloseTo(share);
});

const TEXT = "Talks began at ten. They will go on tomorrow in London.\nGuarantees come first, then a ceasefire. Nobody said when.";
const paragraph = (start: number, end: number): Paragraph => ({ kind: "paragraph", level: 0, start, end, text: TEXT.slice(start, end) });
const PARAGRAPHS = [paragraph(0, TEXT.indexOf("\n")), paragraph(TEXT.indexOf("\n") + 1, TEXT.length)];

test.each([
  ["go on tomorrow", "go on tomorrow"],
  ["Guarantees come first, and a ceasefire after them.", "Guarantees come first, then a ceasefire."],
  ["They will go on next week in Paris.", "They will go on tomorrow in London."],
  ["Something else altogether was meant by it.", undefined],
])("the likeliest place of %j", (quote, expected) => {
  const place = likeliest(TEXT, PARAGRAPHS, "en", quote);
  expect(place && TEXT.slice(place.start, place.end)).toBe(expected);
});
