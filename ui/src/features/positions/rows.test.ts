import { describe, expect, test } from "vitest";
import type { Cell, Row, Stance } from "../../api/generated";
import { rowsByStance, chosenRows, parentOf, treeRows, withPositions } from "./rows";

const cell = (stance: Stance): Cell => ({ position: "p", stance, as_of: "2025", quotes: 0, joint: [], conditional: false, stale: false, contradicted: false, more: 0, people: { agree: 0, differ: 0 } });

/** "A", " B+" : depth by leading spaces, + supports, - opposes, nothing for a gap. */
const rows = (...lines: string[]): Row[] =>
  lines.map((line) => {
    const name = line.trim();
    const sign = name.at(-1);
    return {
      actor: name.replace(/[+-]$/, ""),
      depth: line.length - line.trimStart().length,
      cells: [sign === "+" ? cell("supports") : sign === "-" ? cell("opposes") : null],
    };
  });

const names = (list: readonly Row[]) => list.map((row) => row.actor).join(" ");

describe("which rows are shown", () => {
  test.each([
    [["A", " B+", "C"], "A B"],
    [["A", " B", "  C-", " D", "E+"], "A B C E"],
    [["A+", " B"], "A"],
    [["A", " B"], ""],
  ])("%j", (lines, expected) => expect(names(withPositions(rows(...lines)))).toBe(expected));

  test("an empty dossier shows its actors all the same", () =>
    expect(names(chosenRows({ issues: [], rows: rows("A", " B") }, undefined))).toBe("A B"));
});

const drawn = (lines: string[], ...folded: string[]) =>
  treeRows(rows(...lines), new Set(folded)).map((row) => `${" ".repeat(row.depth)}${row.row.actor}${row.hidden > 0 ? `(${String(row.hidden)})` : ""}`);

describe("the tree as drawn", () => {
  test.each([
    [["A", " B", "  C", "D"], [], ["A", " B", "  C", "D"]],
    [["A", " B", "  C", "D"], ["A"], ["A(2)", "D"]],
    [["A", " B", "  C", " E"], ["B"], ["A", " B(1)", " E"]],
    [["  C", "D"], [], ["C", "D"]],
    [["A", "  C", " E"], [], ["A", " C", " E"]],
  ])("%j folded %j", (lines, folded, expected) => expect(drawn(lines, ...folded)).toEqual(expected));

  test("the way up", () => {
    const tree = treeRows(rows("A", " B", "  C", " D"), new Set());
    expect([0, 1, 2, 3].map((index) => parentOf(tree, index))).toEqual([undefined, "A", "B", "A"]);
  });

  test("by stance, gaps last", () => expect(names(rowsByStance(rows("A", "B-", "C+"), 0).map(({ row }) => row))).toBe("C B A"));
});
