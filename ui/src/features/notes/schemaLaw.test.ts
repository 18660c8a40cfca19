import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toggleMark } from "prosemirror-commands";
import { Slice } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import type { Body, Inline } from "../../api/generated";
import { wellFormed } from "../../api/wellFormed";
import { attributesOf, readAtom, readLanguage, type AtomName } from "./atoms";
import { bodiesOf } from "./pasted";
import type { Copied } from "./copiedNode";
import { takenFrom } from "./pastedHtml";
import { linesOfText } from "./pastedText";
import { fromDoc, schema, toDoc } from "./schema";
import { mapTexts, textsOf } from "./texts";

// One half of `cargo xtask schema`, which makes random bodies in a folder, has them go through the editor here, and reads what
// comes back. Without that folder there is nothing to do.
const FOLDER = process.env["STANDPOINT_BODIES"] ?? "";
const MADE = join(FOLDER, "made");

const read = (): Body[] => readFileSync(MADE, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Body);
const write = (name: string, bodies: readonly Body[]) => writeFileSync(join(FOLDER, name), bodies.map((body) => `${JSON.stringify(wellFormed(body))}\n`).join(""));

/** Chance with a fixed seed: the same each time. */
let seed = 20250423;
const below = (count: number) => (seed = (seed * 48271) % 2147483647) % count;
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;

test.runIf(FOLDER !== "" && existsSync(MADE))("random bodies go through the editor", { timeout: 600_000 }, () => {
  const made = read();
  const back = made.map((body) => mapTexts(body, (text) => fromDoc(toDoc(text))));
  expect(back.findIndex((body, index) => JSON.stringify(body) !== JSON.stringify(made[index]))).toBe(-1);
  write("back", back);

  const texts = made.flatMap((body) => textsOf(body).map(({ text }) => text));
  const edited = made.map((body) => mapTexts(body, (text) => typedInto(text, texts)));
  write("typed", edited);
  write("pasted", made.flatMap(() => [...bodiesOf(takenFrom(copied(5)).lines, below(3)), ...bodiesOf(linesOfText(anyWords()), below(3)), paragraph(claimed())]));
});

const paragraph = (text: Inline[]): Body => ({ kind: "paragraph", level: 1, lead: [], text });

/** What is left after typing, deleting, making bold, and pasting parts of other texts. */
function typedInto(text: readonly Inline[], others: readonly (readonly Inline[])[]): Inline[] {
  let state = EditorState.create({ doc: toDoc(text) });
  for (let step = below(6); step > 0; step -= 1) {
    const { size } = state.doc.content;
    const [from, to] = [below(size + 1), below(size + 1)].sort((a, b) => a - b) as [number, number];
    const { tr } = state;
    tr.setSelection(TextSelection.create(tr.doc, from, to));
    state = state.apply(tr);
    const mark = schema.marks[oneOf(["bold", "italic"])];
    switch (below(4)) {
      case 0: state = state.apply(state.tr.insertText(anyWords())); break;
      case 1: state = state.apply(state.tr.deleteSelection()); break;
      case 2: if (mark !== undefined) toggleMark(mark)(state, (next) => (state = state.apply(next))); break;
      default: state = state.apply(state.tr.replaceSelection(new Slice(toDoc(oneOf(others)).content, 0, 0)));
    }
    state.doc.check();
  }
  return fromDoc(state.doc);
}

const WORDS = ["", " ", "\n", "a", "said", "never a dam", "- one\n- two", "1. x", "\u00a0", "\u0000", "مرحبا", "👩‍🚒", "</span>", "  two  "];
const anyWords = (): string => Array.from({ length: below(4) }, () => oneOf(WORDS)).join("");

/** A tree such as the web, Word or an ill-meant page puts on the clipboard. */
function copied(depth: number): Copied {
  const isWords = depth === 0 || below(3) === 0;
  return {
    name: isWords ? "#text" : oneOf(["p", "div", "span", "b", "i", "a", "li", "ul", "h1", "h3", "tr", "td", "th", "table", "blockquote", "br", "script", "o:p", "font", "img"]),
    text: isWords ? anyWords() : "",
    style: oneOf(["", "font-weight:700", "font-style:italic", "display:none", "mso-list:Ignore", "font-weight:bolder; color:red"]),
    kind: oneOf(["", "MsoListParagraph", "MsoHeading1", "MsoFootnoteReference"]),
    id: oneOf(["", "", "", "ftn1", "sdfootnote1"]),
    href: oneOf(["", "#_ftn1", "#sdfootnote1sym", "https://example.org/", "javascript:alert(1)", "MAILTO:office@example.org", " https://x", "data:text/html,x", "file:///x"]),
    children: isWords ? [] : Array.from({ length: below(5) }, () => copied(depth - 1)),
  };
}

const SCRAPS: readonly unknown[] = [null, 1, true, "", "x", [], {}, ["x"], "javascript:alert(1)", "https://example.org", "HTTP:", "0b5e7e52-0000-4000-8000-000000000001", { to: "excerpt", id: "0b5e7e52-0000-4000-8000-000000000001" }, { to: "actor", id: "x" }, { type: "text", text: "a" }, { type: "text", text: "b" }, { type: "text", text: "" }, { type: "text", text: 1 }, { type: "text", text: "de", language: "de", bold: true, colour: "red" }, { type: "text", text: "x", language: "de\" onload" }, { type: "footnote", text: [] }, { type: "link", url: "javascript:x", text: "x" }, { type: "link", url: "https://x", text: "x" }, { type: "citation", targets: [{ to: "source", id: "1" }] }];
const scrap = (): unknown => (below(3) === 0 ? Array.from({ length: below(4) }, scrap) : oneOf(SCRAPS));

/** What comes in of things that another program claims to be the editor's own. */
function claimed(): Inline[] {
  const name: AtomName = oneOf(["citation", "reference", "link", "footnote"]);
  const json = below(9) === 0 ? "{" : JSON.stringify(below(9) === 0 ? scrap() : Object.fromEntries([...attributesOf(name), "type"].map((key) => [key, scrap()])));
  const attributes = readAtom(name, json);
  const language = readLanguage(oneOf(["", "de", "pt-BR", "de\" x", "de_DE", "überall", "x".repeat(9)]));
  const words = schema.text("x", language === false || schema.marks["language"] === undefined ? [] : [schema.marks["language"].create(language)]);
  return fromDoc(schema.node("doc", null, attributes === false ? [words] : [words, schema.node(name, attributes)]));
}
