import { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import { flagPlugin, isInWord, setSought, type Search } from "./flags";
import { schema, toDoc } from "./schema";

const FIELDS = ["a/text", "a/lead", "b/text"];
let drawn: string[];
let stops: (() => void)[];

beforeEach(() => {
  drawn = [];
  stops = FIELDS.map((name) => {
    const [block = "", field = ""] = name.split("/");
    const state = EditorState.create({ schema, doc: toDoc([{ type: "text", text: "word and word" }]) });
    const view = { state, dispatch: () => void drawn.push(name) } as unknown as EditorView;
    return flagPlugin(block, field).spec.view?.(view).destroy ?? (() => undefined);
  });
});
afterEach(() => {
  stops.forEach((stop) => stop());
  setSought(undefined);
});

const at = (block: string, field: string, from = 0): Search => ({ words: "word", matchCase: false, at: { block, field, from } });

test.each<[string, Search | undefined, Search | undefined, string[]]>([
  ["looking begins", undefined, { words: "word", matchCase: false }, FIELDS],
  ["other words", at("a", "text"), { ...at("a", "text"), words: "and" }, FIELDS],
  ["letters in their case", at("a", "text"), { ...at("a", "text"), matchCase: true }, FIELDS],
  ["looking ends", at("a", "text"), undefined, FIELDS],
  ["the next in the same field", at("a", "text"), at("a", "text", 9), ["a/text"]],
  ["the next in another", at("a", "text"), at("b", "text"), ["a/text", "b/text"]],
  ["the same again", at("a", "text"), at("a", "text"), []],
])("only fields whose highlights change are drawn again: %s", (_, before, after, expected) => {
  setSought(before);
  drawn = [];
  setSought(after);
  expect(drawn).toEqual(expected);
});

test.each<[string, Inline[], boolean]>([
  ["an address", [{ type: "text", text: "max" }], true],
  ["a word in another script", [{ type: "text", text: "\u0939\u093F\u0928\u094D\u0926\u0940" }], true],
  ["after a space", [{ type: "text", text: "max " }], false],
  ["at the start", [], false],
  ["after a footnote", [{ type: "text", text: "max" }, { type: "footnote", text: [] }], false],
  ["after a link", [{ type: "link", url: "https://example.org/", text: "max" }], false],
])("whether a word goes on: %s", (_, text, expected) => {
  const doc = toDoc(text);
  expect(isInWord(doc, doc.content.size)).toBe(expected);
});
