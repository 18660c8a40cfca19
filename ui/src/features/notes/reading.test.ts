import { expect, test } from "vitest";
import { countWords } from "./reading";

test.each<[string, number]>([
  ["", 0],
  ["  – … !", 0],
  ["Two words.", 2],
  ["It’s one, isn’t it?", 4],
  ["10 million people", 3],
  ["وقف إطلاق النار", 3],
])("%s has %d words", (text, expected) => expect(countWords(text)).toBe(expected));
