import { describe, expect, test } from "vitest";
import { joinLines, pageTextOf } from "./pageText";

describe("a page's words", () => {
  test("runs stand where they begin in the whole", () => {
    const { text, runs } = pageTextOf([
      { str: "The min-", hasEOL: true },
      { str: "", hasEOL: true },
      { str: "isters", hasEOL: false },
      { str: " met", hasEOL: false },
    ]);
    expect(text).toBe("The min-\n\nisters met");
    expect(runs.map(({ start, end }) => text.slice(start, end))).toEqual(["The min-", "", "isters", " met"]);
  });
});

describe("boxes", () => {
  const box = (left: number, top: number, width: number) => ({ left, top, width, height: 2 });
  const check = (boxes: readonly ReturnType<typeof box>[], expected: readonly ReturnType<typeof box>[]) => expect(joinLines(boxes)).toEqual(expected);
  test("neighbours on a line are one", () => check([box(10, 10, 5), box(15, 10, 5)], [box(10, 10, 10)]));
  test("on either side", () => check([box(15, 10, 5), box(10, 10, 5)], [box(10, 10, 10)]));
  test("lines are not", () => check([box(10, 10, 5), box(10, 13, 5)], [box(10, 10, 5), box(10, 13, 5)]));
  test("nor are columns", () => check([box(10, 10, 5), box(50, 10, 5)], [box(10, 10, 5), box(50, 10, 5)]));
});
