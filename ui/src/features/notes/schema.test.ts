import { describe, expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import { fromDoc, plain, sameText, toDoc } from "./schema";

const words = (text: string, marks: { bold?: boolean; italic?: boolean; language?: string } = {}): Inline => ({ type: "text", text, ...marks });
const cite: Inline = { type: "citation", targets: [{ to: "excerpt", id: "x" }, { to: "position", id: "p" }, { to: "source", id: "s" }] };

describe("a text goes into the editor and comes back whole", () => {
  test.each<[string, Inline[]]>([
    ["nothing", []],
    ["words", [words("Officials met in London.")]],
    ["marks", [words("a "), words("b", { bold: true }), words("c", { bold: true, italic: true }), words(" d", { italic: true })]],
    ["another language", [words("They call it "), words("Zeitenwende", { language: "de", italic: true }), words(".")]],
    ["citations side by side", [words("Both said so"), cite, cite, words(".")]],
    ["a citation first and last", [cite, words("x"), cite]],
    ["a reference and a link", [words("See "), { type: "reference", block: "b" }, { type: "link", url: "https://example.org/a?b=c", text: "the text" }]],
    ["asterisks and brackets stay words", [words("**not bold** [1] *nor this* \\ <b>")]],
    ["lines, tabs and spaces", [words("one\ntwo\t three  ")]],
    ["emoji, combining marks, right to left", [words("👩‍🚒 e\u0301 مرحبا")]],
  ])("%s", (_, text) => expect(fromDoc(toDoc(text))).toEqual(text));

  test("runs with the same marks become one, empty ones go", () =>
    expect(fromDoc(toDoc([words("a"), words(""), words("b"), words("c", { bold: true })]))).toEqual([words("ab"), words("c", { bold: true })]));

  test("any text of these pieces", () => {
    // A little generator with a fixed seed: many texts, the same ones every time.
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const pieces: Inline[] = [words("x"), words("y ", { bold: true }), words("z", { italic: true }), words("ü", { language: "de" }), cite, { type: "reference", block: "b" }, { type: "link", url: "u", text: "t" }];
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)] ?? cite);
      const back = fromDoc(toDoc(text));
      expect(plain(back)).toBe(plain(text));
      expect(sameText(back, text)).toBe(true);
      expect(back.filter((inline) => inline.type !== "text")).toEqual(text.filter((inline) => inline.type !== "text"));
      expect(fromDoc(toDoc(back))).toEqual(back);
    }
  });
});

test.each<[Inline[], Inline[], boolean]>([
  [[words("ab")], [words("a"), words("b")], true],
  [[words("ab")], [words("ab", { bold: true })], false],
  [[cite], [{ type: "citation", targets: [] }], false],
])("the same text: %j %j %s", (a, b, same) => expect(sameText(a, b)).toBe(same));
