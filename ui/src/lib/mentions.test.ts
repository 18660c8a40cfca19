import { expect, test } from "vitest";
import { nearestMention } from "./mentions";

test.each([
  [{ start: 0, end: 40 }, 4],
  [{ start: 30, end: 60 }, 4],
  [{ start: 0, end: 3 }, 4],
  [{ start: 70, end: 100 }, 80],
])("the nearest to %j begins at %i", (stretch, start) => {
  expect(nearestMention([{ actors: ["a"], start: 4, end: 10 }, { actors: ["b"], start: 80, end: 90 }], stretch)?.start).toBe(start);
});
