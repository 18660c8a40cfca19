import { expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import { bodiesOf, pastedBetween, type Line } from "./pasted";
import { plain } from "./schema";
import { textsOf } from "./texts";

test("lines become blocks", () => {
  const line = (as: Line["as"]): Line => ({ as, text: [{ type: "text", text: as }] });
  const bodies = bodiesOf([line("heading"), line("paragraph"), line("item"), line("item"), line("quote"), line("subheading")], 2);
  expect(bodies.map((body) => ("level" in body ? `${body.kind} ${body.level}` : body.kind === "bullets" ? `bullets of ${body.items.length}` : body.kind))).toEqual(["heading 1", "paragraph 2", "bullets of 2", "paragraph 0", "heading 2"]);
});

test("lines go between what stood before and behind the caret", () => {
  const inline = (text: string): Inline[] => (text === "" ? [] : [{ type: "text", text }]);
  // `#` begins a heading, `*` a point; what a block says comes after its kind.
  const check = (before: string, lines: string, after: string, said: readonly string[], edge = after.length) => {
    const made = lines.split("/").map((line): Line => ({ as: line.startsWith("#") ? "heading" : line.startsWith("*") ? "item" : "paragraph", text: inline(line.replace(/^[#*]/, "")) }));
    const { text, bodies, edge: at } = pastedBetween(made, inline(before), inline(after), 1);
    expect([plain(text), ...bodies.map((body) => `${body.kind}: ${textsOf(body).map((one) => plain(one.text)).join("")}`)]).toEqual(said);
    expect(at).toBe(edge);
  };
  check("The papers", "ONE/TWO", " part.", ["The papersONE", "paragraph: TWO part."]);
  check("The papers", "ONE/TWO", "", ["The papersONE", "paragraph: TWO"]);
  check("", "ONE/TWO", " part.", ["ONE", "paragraph: TWO part."]);
  check("The papers", "#Head/ONE", " part.", ["The papers", "heading: Head", "paragraph: ONE part."]);
  check("The papers", "ONE/*a/*b", " part.", ["The papersONE", "bullets: ab", "paragraph:  part."]);
});
