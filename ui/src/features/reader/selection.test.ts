import { expect, test } from "vitest";
import { wholeCharacters } from "./selection";

test.each([
  ["plain text", 2, 5, "ain"],
  ["🇺🇦🇺🇦", 0, 2, "🇺🇦"],
  ["cafe\u0301 open", 0, 4, "cafe\u0301"],
  ["👩‍👩‍👧‍👦x", 2, 3, "👩‍👩‍👧‍👦"],
  ["a\r\nb", 0, 2, "a\r\n"],
])("%j from %i to %i becomes %j", (text, start, end, whole) => {
  const stretch = wholeCharacters(text, { start, end });
  expect(text.slice(stretch.start, stretch.end)).toBe(whole);
});
