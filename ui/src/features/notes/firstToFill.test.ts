import { expect, test } from "vitest";
import type { Body, Inline } from "../../api/generated";
import { firstToFill } from "./firstToFill";

const words = (text: string): Inline[] => (text === "" ? [] : [{ type: "text", text }]);
const heading = (text: string): Body => ({ kind: "heading", level: 1, text: words(text) });
const paragraph = (text: string): Body => ({ kind: "paragraph", level: 1, lead: [], text: words(text) });
const table: Body = { kind: "positions_table", actors: [], issues: [], caption: words("Who stands where") };

test.each<[string, Body[], number | undefined]>([
  ["under its heading", [heading("Issue"), paragraph(""), paragraph("")], 1],
  ["under two, and a table", [heading("Issue"), heading("Positions"), table, { kind: "bullets", items: [[]] }], 3],
  ["a heading without words", [heading(""), paragraph("")], 0],
  ["at the top", [{ kind: "bottom_line", statement: [], judgement: [] }, heading("Issue"), paragraph("")], 0],
  ["none behind what is written", [heading("Issue"), paragraph("They agree."), paragraph("")], undefined],
  ["none where there is nothing to fill in", [heading("Issue"), { kind: "page_break" }], undefined],
  ["none in a note without blocks", [], undefined],
])("%s", (_, bodies, at) => {
  const blocks = bodies.map((body, index) => ({ id: String(index), note: "n", place: "", prompt: null, marking: null, body }));
  expect(firstToFill(blocks)).toBe(at === undefined ? undefined : String(at));
});
