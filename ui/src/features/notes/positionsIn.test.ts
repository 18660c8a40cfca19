import { expect, test } from "vitest";
import type { Block, Body, CitationTarget } from "../../api/generated";
import { positionsIn } from "./positionsIn";

const citingAll = (targets: CitationTarget[]): Body => ({ kind: "paragraph", level: 0, lead: [], text: [{ type: "text", text: "He agreed" }, { type: "citation", targets }] });
const citing = (...ids: string[]) => citingAll(ids.map((id) => ({ to: "position", id })));

test.each<[string, Body[], string[]]>([
  ["nothing", [], []],
  ["words alone", [citing()], []],
  ["a position", [{ kind: "position", position: "p" }], ["p"]],
  ["then and now", [{ kind: "change", from: "b", to: "a", label: [] }], ["a", "b"]],
  ["citations", [citing("c", "a"), citing("b", "c")], ["a", "b", "c"]],
  ["citations of other things", [citingAll([{ to: "excerpt", id: "e" }, { to: "source", id: "s" }])], []],
])("%s", (_, bodies, expected) => {
  const blocks = bodies.map((body, place): Block => ({ id: String(place), note: "n", place: "", prompt: null, marking: null, body }));
  expect(positionsIn(blocks)).toEqual(expected);
});
