import { expect, test } from "vitest";
import type { KindCount } from "../../api/generated";
import { rowAt, rowsOf } from "./kindRows";

const said = (kinds: readonly KindCount[], row: number) => {
  const found = rowAt(kinds, row);
  if (found === undefined) return "";
  return "kind" in found ? `${found.kind} (${String(found.count)})` : String(found.place);
};

test.each<[KindCount[], string]>([
  [[], ""],
  [[{ kind: "conflict", count: 1 }], "conflict (1) 0"],
  [[{ kind: "evidence", count: 2 }, { kind: "speakers", count: 1 }, { kind: "over_time", count: 2 }], "evidence (2) 0 1 speakers (1) 2 over_time (2) 3 4"],
])("%j", (kinds, expected) => {
  const rows = Array.from({ length: rowsOf(kinds) }, (_, row) => said(kinds, row));
  expect(rows.join(" ")).toBe(expected);
  expect(said(kinds, rows.length)).toBe("");
});
