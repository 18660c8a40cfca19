import { expect, test } from "vitest";
import type { Block, Body, CitationTarget } from "../../api/generated";
import { excerptsIn, positionsIn } from "./namedIn";

const citingAll = (targets: CitationTarget[]): Body => ({ kind: "paragraph", level: 0, lead: [], text: [{ type: "text", text: "He agreed" }, { type: "citation", targets }] });
const citing = (...ids: string[]) => citingAll(ids.map((id) => ({ to: "position", id })));

test.each<[string, Body[], string[], string[]]>([
  ["nothing", [], [], []],
  ["words alone", [citing()], [], []],
  ["a position", [{ kind: "position", position: "p" }], ["p"], []],
  ["then and now", [{ kind: "change", from: "b", to: "a", label: [] }], ["a", "b"], []],
  ["citations", [citing("c", "a"), citing("b", "c")], ["a", "b", "c"], []],
  ["citations of other things", [citingAll([{ to: "excerpt", id: "e" }, { to: "source", id: "s" }])], [], ["e"]],
  ["a quotation and a citation of the same", [{ kind: "quotation", excerpt: "e" }, citingAll([{ to: "excerpt", id: "e" }, { to: "excerpt", id: "d" }])], [], ["d", "e"]],
])("%s", (_, bodies, positions, excerpts) => {
  const blocks = bodies.map((body, place): Block => ({ id: String(place), note: "n", place: "", prompt: null, marking: null, body }));
  expect(positionsIn(blocks)).toEqual(positions);
  expect(excerptsIn(blocks)).toEqual(excerpts);
});
