import { expect, test } from "vitest";
import type { TimelineEntry } from "../../api/generated";
import { timeRows } from "./timelineBars";

const entry = (position: string, actors: string[], as_of: string, until: string | null = null): TimelineEntry => ({ position, actors, issue: "i", stance: "supports", as_of, until, state: "current" });

const drawn = (entries: TimelineEntry[], all = ["A", "B"], today = "2025-05-01", width = Infinity) =>
  timeRows(entries, all, today, width).rows.map((row) => `${row.of}: ${row.bars.map((bar) => `${bar.entry.position} ${bar.from.toFixed(2)}-${bar.to.toFixed(2)}/${String(bar.lane)}`).join(", ")}`);

test.each([
  ["nothing", [], []],
  ["one after the other share a line", [entry("p", ["A"], "2025-04-01", "2025-04-11"), entry("q", ["A"], "2025-04-11")], ["A: p 0.00-0.59/0, q 0.59-1.00/0"]],
  ["two at a time stand under each other", [entry("p", ["A"], "2025-04-01"), entry("q", ["A"], "2025-04-11")], ["A: p 0.00-1.00/0, q 0.59-1.00/1"]],
  ["a joint position stands with each", [entry("p", ["B", "A"], "2025-04-01")], ["A: p 0.00-1.00/0", "B: p 0.00-1.00/0"]],
  ["partial dates begin where they can", [entry("p", ["A"], "2025", "2025-02"), entry("q", ["A"], "2025-02")], ["A: p 0.00-0.82/0, q 0.82-1.00/0"]],
])("%s", (_, entries, expected) => expect(drawn(entries)).toEqual(expected));

test("an actor's rows are issues", () => {
  const entries = [entry("p", ["A"], "2025-04-01"), { ...entry("q", ["A", "B"], "2025-04-11"), issue: "j" }];
  expect(drawn(entries, ["j", "i"])).toEqual(["j: q 0.59-1.00/0", "i: p 0.00-1.00/0"]);
});

const days = (entries: TimelineEntry[], today: string, width = Infinity) => timeRows(entries, ["A"], today, width).marks.map((mark) => `${mark.iso.slice(5)} ${mark.at.toFixed(2)}`);

test.each([
  ["on one day", "2025-04-01", ["04-01 0.00"]],
  ["from tomorrow on", "2025-03-31", ["04-01 0.00"]],
  ["on two days", "2025-04-02", ["04-01 0.00", "04-02 1.00"]],
  ["over a week", "2025-05-01", ["04-01 0.00", "04-03 0.29", "04-05 0.57", "04-06 0.71", "04-08 1.00"]],
])("each day is written once: %s", (_, today, expected) => expect(days([entry("p", ["A"], "2025-04-01")], today)).toEqual(expected));

const SHORT = [entry("p", ["A"], "2025-04-01", "2025-04-02"), entry("q", ["A"], "2025-04-02"), entry("r", ["A"], "2025-05-01")];

test.each([
  ["has room", 2800, ["A: p 0.00-0.03/0, q 0.03-1.00/0, r 0.99-1.00/1"]],
  ["has little", 140, ["A: p 0.00-0.20/0, q 0.03-1.00/1, r 0.80-1.00/0"]],
])("no bar is too narrow, none lies over another, and all end in the chart, where it %s", (_, width, expected) => expect(drawn(SHORT, ["A"], "2025-05-01", width)).toEqual(expected));

test.each([
  ["ends on its own day, however long ago", Infinity, ["A: p 0.00-0.00/0, q 0.00-0.59/0, r 0.59-1.00/0"]],
  ["has room to say so", 560, ["A: p 0.00-0.20/0, q 0.00-0.59/1, r 0.59-1.00/0"]],
])("what was withdrawn %s", (_, width, expected) =>
  expect(drawn([{ ...entry("p", ["A"], "2025-04-01"), state: "withdrawn" }, entry("q", ["A"], "2025-04-01", "2025-04-11"), entry("r", ["A"], "2025-04-11")], ["A"], "2025-05-01", width)).toEqual(expected));

test.each([
  [600, 5],
  [300, 3],
  [100, 2],
])("as many days are written as there is room for: %i pixels", (width, count) => expect(days([entry("p", ["A"], "2025-04-01")], "2025-05-01", width)).toHaveLength(count));
