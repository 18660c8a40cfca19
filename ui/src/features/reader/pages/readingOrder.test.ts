import { describe, expect, test } from "vitest";
import { inReadingOrder, type SeenRun } from "./readingOrder";

/** Runs that stand beside one another from left to right, each letter one point wide. */
function seen(...words: readonly string[]): SeenRun[] {
  let left = 0;
  return words.map((str) => {
    const run = { str, left, width: str.length, isLevel: true, hasEOL: false };
    left += str.length;
    return run;
  });
}

const read = (runs: readonly SeenRun[]): string => inReadingOrder(runs).map(({ str, hasEOL }) => `${str}${hasEOL ? "|" : ""}`).join("");

describe("a line is read as it is written", () => {
  const check = (expected: string, ...words: readonly string[]) => expect(read(seen(...words))).toBe(expected);
  test("from left to right", () => check("talks in London (2025)", "talks in", " ", "London", " ", "(2025)"));
  test("from right to left", () => check("שלום עולם", "עולם", " ", "שלום"));
  test("with figures", () => check("השרים ביום 23 באפריל 2025", "2025", " ", "באפריל", " ", "23", " ", "השרים ביום"));
  test("with words of the other direction", () => check("עולם talks in London שלום", "שלום", " ", "talks", " ", "in London", " ", "עולם"));
  test("a full stop at its end", () => check("שלום.", ".", "שלום"));
  test("with a word from right to left in it", () => check("the words שלום עולם here and there", "the words", " ", "עולם", " ", "שלום", " ", "here and there"));
});

describe("however it was drawn", () => {
  const [world, space, peace] = seen("עולם", " ", "שלום");
  const check = (...runs: readonly (SeenRun | undefined)[]) => expect(read(runs.filter((run) => run !== undefined))).toBe("שלום עולם");
  test("from left to right", () => check(world, space, peace));
  test("from right to left", () => check(peace, space, world));
  test("half of a double letter that has no width stays behind the other", () => {
    const run = (str: string, left: number, width: number): SeenRun => ({ str, left, width, isLevel: true, hasEOL: false });
    expect(read([run("ث", 0, 4), run("ا", 4, 0), run("ل", 4, 9), run("ث", 13, 4)])).toBe("ثلاث");
    expect(read([run("ث", 0, 4), run("ل", 4, 9), run("ا", 4, 0), run("ث", 13, 4)])).toBe("ثلاث");
  });
});

test("each line by itself, and its end stays at its end", () => {
  const [world, peace] = seen("עולם ", "שלום ");
  const line = (runs: readonly (SeenRun | undefined)[]) => runs.flatMap((run, at) => (run === undefined ? [] : [{ ...run, hasEOL: at === runs.length - 1 }]));
  expect(read([...line([world, peace]), ...line(seen("the", " next")), ...line([peace, world])])).toBe("שלום עולם |the next|שלום עולם |");
});

test("a line that does not lie level stays as it was drawn", () => expect(read(seen("עולם", " ", "שלום").map((run) => ({ ...run, isLevel: false })))).toBe("עולם שלום"));
