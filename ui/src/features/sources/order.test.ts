import { expect, test } from "vitest";
import type { SourceRow } from "../../api/generated";
import { arrange, valuesOf, type Filter } from "./order";

const source = (title: string, facts: Partial<SourceRow["source"]>, row: Partial<SourceRow> = {}): SourceRow => ({
  source: { title, kind: "article", published: null, reliability: null, marking: null, state: "active", added_at: "2025-04-23", ...facts } as SourceRow["source"],
  excerpts: 0,
  positions: 0,
  read: true,
  ...row,
});
const ITEMS = [
  source("a", { published: "2025-04-23", reliability: "B" }, { read: false }),
  source("b", { published: "2024", kind: "speech", marking: "OFFICIAL" }),
  source("c", { state: "superseded" }, { excerpts: 2 }),
];

test.each<[Filter, string]>([
  ["all", "a b c"],
  ["unread", "a"],
  ["untouched", "a b"],
  ["withdrawn", "c"],
  ["kind:speech", "b"],
  ["year:2025", "a"],
  ["year:", "c"],
  ["marking:OFFICIAL", "b"],
  ["marking:", "a c"],
  ["grade:B", "a"],
  ["grade:", "b c"],
])("narrowed to %s", (filter, titles) => {
  expect(arrange(ITEMS, "title", filter).map((item) => item.source.title).join(" ")).toBe(titles);
});

test("what there is to narrow to", () => {
  expect(valuesOf(ITEMS)).toEqual({ kinds: ["article", "speech"], years: ["2025", "2024", ""], markings: ["OFFICIAL", ""], grades: ["B", ""] });
});
