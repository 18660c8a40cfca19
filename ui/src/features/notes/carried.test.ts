import { expect, test } from "vitest";
import type { Block, Body, Inline } from "../../api/generated";
import { carriedOver } from "./carried";
import { plain } from "./schema";
import { textsOf } from "./texts";

const words = (text: string): Inline[] => (text === "" ? [] : [{ type: "text", text }]);
const block = (id: string, ...items: string[]): Block => ({ id, note: "n", place: id, prompt: null, marking: null, body: { kind: "bullets", items: items.map(words) } });
const said = (body: Body) => textsOf(body).map(({ text }) => plain(text)).join(" | ");

const there = [block("a", "Alpha beta", "gamma"), block("b", "Delta"), block("c")];

test.each<[string, string, [number, number, string], string, string, number, string[] | undefined]>([
  ["to another block", "a/items.0", [5, 10, " beta"], "b", "items.0", 5, ["a: Alpha | gamma", "b: Delta beta"]],
  ["into the middle", "a/items.0", [6, 10, "beta"], "b", "items.0", 2, ["a: Alpha  | gamma", "b: Debetalta"]],
  ["to another text of the block", "a/items.0", [5, 10, " beta"], "a", "items.1", 5, ["a: Alpha | gamma beta"]],
  ["all of a text", "b/items.0", [0, 5, "Delta"], "a", "items.1", 0, ["b: ", "a: Alpha beta | Deltagamma"]],
  ["other words stand there by now", "a/items.0", [6, 10, "zeta"], "b", "items.0", 0, undefined],
  ["a block without a text yet", "b/items.0", [0, 5, "Delta"], "c", "items.0", 0, undefined],
])("words carried %s", (_, origin, [from, to, text], target, field, at, expected) => {
  const blockOf = (id: string) => there.find((one) => one.id === id);
  const [id = "", name = ""] = origin.split("/");
  const edits = carriedOver({ block: id, field: name, from, to, text: words(text) }, { block: blockOf(target) ?? block(target), field, at }, blockOf);
  expect(edits?.map((edit) => `${edit.id}: ${said(edit.body)}`)).toEqual(expected);
});
