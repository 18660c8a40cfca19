import { expect, test } from "vitest";
import { TextPositions } from "../../lib/text";
import { extendSelection, paragraphsOf, piecesOf, sentencesIn, stepSentence, type Mark } from "./marks";

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
  const sentences = sentencesIn(paragraphs, "en");
  const words = (at: { start: number; end: number } | undefined) => at && TEXT.slice(at.start, at.end);
  const first = stepSentence(sentences, undefined, 1);
  expect(words(first)).toBe("Title 😀");
  const second = stepSentence(sentences, first, 1);
  expect(words(second)).toBe("One here.");
  expect(words(extendSelection(sentences, second ?? { start: 0, end: 0 }))).toBe("One here. Two there.");
  expect(words(stepSentence(sentences, second, -1))).toBe("Title 😀");
  expect(words(stepSentence(sentences, { start: 31, end: 40 }, 1))).toBe("Three.");
});
