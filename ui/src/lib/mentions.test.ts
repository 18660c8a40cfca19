import { expect, test } from "vitest";
import { mentionFinder, nearestMention } from "./mentions";

const find = mentionFinder([
  { id: "a", names: ["Country A", "A.", "Capital"] },
  { id: "b", names: ["Ministry", "Ministry of Country A"] },
]);
const seen = (text: string) => find(text).map(({ id, start, end }) => `${id}:${text.slice(start, end)}`);

test.each([
  ["The Ministry of Country A met.", ["b:Ministry of Country A"]],
  ["Country A’s Capital, and Capitals", ["a:Country A", "a:Capital"]],
  ["the ministry", []],
  ["A. said", ["a:A."]],
])("%j names %j", (text, mentions) => {
  expect(seen(text)).toEqual(mentions);
});

test("nobody known, nobody found", () => {
  expect(mentionFinder([])("Country A")).toEqual([]);
});

test.each([
  [{ start: 0, end: 40 }, 4],
  [{ start: 30, end: 60 }, 4],
  [{ start: 0, end: 3 }, 4],
])("the nearest to %j begins at %i", (stretch, start) => {
  expect(nearestMention([{ id: "a", start: 4, end: 10 }, { id: "b", start: 80, end: 90 }], stretch)?.start).toBe(start);
});
