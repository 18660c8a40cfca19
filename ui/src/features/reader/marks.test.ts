import { expect, test } from "vitest";
import { TextPositions } from "../../lib/text";
import { byParagraph, extendSelection, paragraphsOf, piecesOf, stepSentence, type Mark } from "./marks";

const TEXT = "Title 😀\nOne here. Two there.\n\nThree.";
const positions = new TextPositions(TEXT);
const paragraphs = paragraphsOf(positions, [
  { start: 0, end: 7, kind: "heading", level: 1 },
  { start: 8, end: 28, kind: "paragraph", level: 0 },
]);

test("spans become paragraphs, and text outside them is not lost", () => {
  expect(paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
    ["heading", "Title 😀"],
    ["paragraph", "One here. Two there."],
    ["paragraph", "Three."],
  ]);
});

test("an item keeps the number that the document gives it", () => {
  const [item] = paragraphsOf(new TextPositions("third"), [{ start: 0, end: 5, kind: "list_item", level: 1, number: 3 }]);
  expect([item?.text, item?.number]).toEqual(["third", 3]);
});

test("the pieces of every paragraph join up to its text, whatever the marks", () => {
  const marks: Mark[] = [
    { look: "kept", id: "x", start: 2, end: 14 },
    { look: "mention", start: 9, end: 12 },
    { look: "selected", start: 12, end: 40 },
  ];
  for (const paragraph of paragraphs) {
    expect(piecesOf(paragraph, marks).map((piece) => piece.text).join("")).toBe(paragraph.text);
  }
  const pieces = paragraphs.flatMap((paragraph) => piecesOf(paragraph, marks));
  expect(pieces.map(({ text, looks }) => `${text}|${looks.join("+")}`)).toEqual([
    "Ti|", "tle 😀|kept", "One|kept+mention", " h|kept+selected", "ere. Two there.|selected", "Three.|selected",
  ]);
  expect(pieces.flatMap((piece) => piece.begins)).toEqual(["x"]);
});

test("J and K step sentence by sentence, Shift J extends", () => {
  type At = { start: number; end: number } | undefined;
  const words = (at: At) => at && TEXT.slice(at.start, at.end);
  const step = (from: At, by: 1 | -1) => stepSentence(paragraphs, "en", from, by);
  const first = step(undefined, 1);
  expect(words(first)).toBe("Title 😀");
  const second = step(first, 1);
  expect(words(second)).toBe("One here.");
  expect(words(extendSelection(paragraphs, "en", second ?? { start: 0, end: 0 }))).toBe("One here. Two there.");
  expect(words(step(second, -1))).toBe("Title 😀");
  expect(words(step(first, -1))).toBe("Title 😀");
  const last = step({ start: 19, end: 29 }, 1);
  expect(words(last)).toBe("Three.");
  expect(words(step(last, 1))).toBe("Three.");
});

test("marks are grouped by the paragraphs they touch", () => {
  const marks: Mark[] = [{ look: "kept", id: "x", start: 2, end: 14 }, { look: "mention", start: 31, end: 33 }];
  const grouped = byParagraph(paragraphs, marks);
  expect([0, 1, 2].map((index) => grouped.get(index)?.map((mark) => mark.look))).toEqual([["kept"], ["kept"], ["mention"]]);
});
