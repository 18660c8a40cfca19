import { describe, expect, test } from "vitest";
import { stepInGrid } from "./gridSteps";

const SIZE = { rows: 100, columns: 3, page: 10 };

describe("where a key leads", () => {
  test.each([
    ["ArrowDown", [0, 0], [1, 0]],
    ["ArrowDown", [99, 2], [99, 2]],
    ["ArrowUp", [0, 1], [0, 1]],
    ["ArrowRight", [5, 1], [5, 2]],
    ["ArrowRight", [5, 2], [5, 2]],
    ["PageDown", [85, 1], [95, 1]],
    ["PageDown", [95, 1], [99, 1]],
    ["PageUp", [15, 1], [5, 1]],
    ["PageUp", [5, 1], [0, 1]],
    ["End", [5, 0], [5, 2]],
    ["Ctrl End", [5, 0], [99, 2]],
  ])("%s from %j", (keys, [row = 0, column = 0], expected) => {
    const step = stepInGrid(keys.replace("Ctrl ", ""), keys.startsWith("Ctrl"), { row, column }, { ...SIZE, first: 0 });
    expect([step?.row, step?.column]).toEqual(expected);
  });

  test.each([
    ["ArrowLeft", 0, { row: 5, column: 0 }],
    ["ArrowLeft", -1, { row: 5, column: -1 }],
    ["Home", 0, { row: 5, column: 0 }],
    ["Home", -1, { row: 5, column: -1 }],
    ["Enter", 0, undefined],
    ["a", 0, undefined],
  ] as const)("%s where the first column is %i", (key, first, expected) =>
    expect(stepInGrid(key, false, { row: 5, column: 0 }, { ...SIZE, first })).toEqual(expected));
});
