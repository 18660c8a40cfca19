import { expect, test } from "vitest";
import { nearest } from "./recast";

test.each<[string, string | null, string, string, string | null]>([
  ["nobody took it out", "b", "abc", "abc", "b"],
  ["first is first", null, "abc", "xabc", null],
  ["gone: after what stood before it", "b", "abc", "ac", "a"],
  ["gone with what stood before it: after what is left of that", "c", "abcd", "ad", "a"],
  ["all before it gone: before what followed it", "b", "abcd", "xcd", "x"],
  ["the first gone: where it was", "a", "ab", "b", null],
  ["all gone: last", "b", "ab", "xy", "y"],
  ["nothing left", "a", "a", "", null],
  ["never there: last", "z", "ab", "ab", "b"],
])("%s", (_, after, then, now, expected) => {
  expect(nearest(after, [...then], [...now])).toBe(expected);
});
