import { describe, expect, test } from "vitest";
import type { Block, Body, Inline } from "../../api/generated";
import { matchesIn, placeBehind, replacedBlocks, replacedOne, stepped } from "./replace";
import { plain } from "./schema";
import { textsOf } from "./texts";

const words = (text: string, marks: { bold?: boolean; italic?: boolean } = {}): Inline => ({ type: "text", text, ...marks });
const cite: Inline = { type: "citation", targets: [{ to: "excerpt", id: "x" }] };
const note = (text: string): Inline => ({ type: "footnote", text: [words(text)] });
const link: Inline = { type: "link", url: "https://example.org/truce", text: "the truce" };
const block = (id: string, body: Body): Block => ({ id, note: "n", place: id, prompt: null, marking: null, body });
const paragraph = (...text: Inline[]): Body => ({ kind: "paragraph", level: 1, lead: [], text });

/** All words, footnotes in round brackets. */
const said = (body: Body): string => textsOf(body).map(({ text }) => text.map((one) => (one.type === "footnote" ? `(${plain(one.text)})` : one.type === "citation" ? "[1]" : plain([one]))).join("")).join("|");

describe("replacing throughout", () => {
  test.each<[string, Body, string, string, boolean, string]>([
    ["words", paragraph(words("A truce is a truce.")), "truce", "ceasefire", false, "|A ceasefire is a ceasefire."],
    ["case does not count", paragraph(words("Truce, TRUCE")), "truce", "x", false, "|x, x"],
    ["case counts", paragraph(words("Truce, truce")), "truce", "x", true, "|Truce, x"],
    ["as a keyboard types it", paragraph(words("Don’t, don"), words("’t.", { bold: true })), "don't", "x", false, "|x, x."],
    ["signs are signs", paragraph(words("a.b a*b (c)")), "a.b", "x", false, "|x a*b (c)"],
    ["nothing in their place", paragraph(words("not now, not here")), "not ", "", false, "|now, here"],
    ["across marks", paragraph(words("a tr"), words("uce", { bold: true })), "truce", "x", false, "|a x"],
    ["citations stay", paragraph(words("a truce"), cite, words(" truce")), "truce", "x", false, "|a x[1] x"],
    ["not across a citation", paragraph(words("tr"), cite, words("uce")), "truce", "x", false, "|tr[1]uce"],
    ["in footnotes", paragraph(words("a"), note("The truce.")), "truce", "x", false, "|a(The x.)"],
    ["longer than what was there", paragraph(words("aaa")), "a", "aa", false, "|aaaaaa"],
    ["in points", { kind: "bullets", items: [[words("truce")], [words("no")], [words("Truce!")]] }, "truce", "x", false, "x|no|x!"],
    ["in questions and answers", { kind: "defensive_lines", pairs: [{ question: [words("truce?")], answer: [words("A truce.")] }] }, "truce", "x", false, "x?|A x."],
    ["in captions", { kind: "positions_table", actors: [], issues: [], caption: [words("Truce")] }, "truce", "x", false, "x"],
  ])("%s", (_, body, sought, by, matchCase, expected) => {
    const blocks = [block("b", body), block("other", paragraph(words("Nothing here.")))];
    const replaced = replacedBlocks(blocks, { words: sought, matchCase }, by);
    // What does not hold the words is left alone.
    expect(replaced.every(({ id }) => id === "b")).toBe(true);
    expect(said(replaced[0]?.body ?? body)).toBe(expected);
  });

  test("the words of a link, not its address", () => {
    const [replaced] = replacedBlocks([block("b", paragraph(words("truce "), link))], { words: "truce", matchCase: false }, "x");
    expect(replaced?.body).toEqual(paragraph(words("x "), { ...link, text: "the x" }));
  });
});

test("places are found in the order of reading, one can be replaced alone", () => {
  const sought = { words: "truce", matchCase: false };
  const blocks = [block("a", paragraph(words("truce truce"), note("truce"))), block("b", { kind: "bullets", items: [[words("x")], [words("Truce")]] })];
  const matches = matchesIn(blocks, sought);
  expect(matches.map(({ block: id, field, range }) => `${id} ${field} ${range.from}-${range.to}`)).toEqual(["a text 0-5", "a text 6-11", "a text 11-12", "b items.1 0-5"]);
  const bodies = matches.map((match) => said(replacedOne(blocks.find(({ id }) => id === match.block)?.body ?? paragraph(), match, sought, "x")));
  expect(bodies).toEqual(["|x truce(truce)", "|truce x(truce)", "|truce truce(x)", "x|x"]);
});

test.each<[string, string, string[]]>([
  ["paper", "papers", ["|papers paper(paper)/x|paper 1", "|papers papers(paper)/x|paper 2", "|papers papers(papers)/x|paper 3", "|papers papers(papers)/x|papers -1"]],
  ["paper", "a paper", ["|a paper paper(paper)/x|paper 1", "|a paper a paper(paper)/x|paper 2", "|a paper a paper(a paper)/x|paper 3", "|a paper a paper(a paper)/x|a paper -1"]],
  ["paper", "", ["| paper(paper)/x|paper 0", "| (paper)/x|paper 0", "| ()/x|paper 0", "| ()/x| -1"]],
])("one place after the other: %s by %s", (sought, by, expected) => {
  const wanted = { words: sought, matchCase: false };
  let blocks = [block("a", paragraph(words("paper paper"), note("paper"))), block("b", { kind: "bullets", items: [[words("x")], [words("Paper")]] })];
  let at = 0;
  const steps = expected.map(() => {
    const match = matchesIn(blocks, wanted)[at];
    if (match === undefined) return "nothing";
    blocks = blocks.map((one) => (one.id === match.block ? { ...one, body: replacedOne(one.body, match, wanted, by) } : one));
    at = placeBehind(blocks, wanted, match, by);
    return `${blocks.map(({ body }) => said(body)).join("/").toLowerCase()} ${String(at)}`;
  });
  expect(steps).toEqual(expected);
});

test.each<[number, 1 | -1, number]>([[-1, 1, 0], [-1, -1, 2], [0, -1, 2], [2, 1, 0], [1, 1, 2], [7, -1, 1]])("from place %i by %i of three to %i", (at, step, to) => expect(stepped(at, step, 3)).toBe(to));
