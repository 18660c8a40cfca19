import { expect, test } from "vitest";
import { countWords, sentencesOf, TextPositions } from "./text";

const TEXTS = ["", "plain", "é e\u0301 ß", "a😀b😀😀c", "😀", "سلام دنیا", "👩‍👩‍👧‍👦 family", "line\r\nline", "𝒜𝒷 and 🇺🇦🇺🇦"];

test.each(TEXTS)("every scalar position of %j goes to the window and back", (text) => {
  const positions = new TextPositions(text);
  const scalars = [...text];
  for (let scalar = 0; scalar <= scalars.length; scalar += 1) {
    const unit = scalars.slice(0, scalar).join("").length;
    expect(positions.toUnit(scalar)).toBe(unit);
    expect(positions.toScalar(unit)).toBe(scalar);
  }
});

test("a position inside a pair counts as before it", () => {
  expect(new TextPositions("a😀b").toScalar(2)).toBe(1);
});

test("a slice by scalar positions gives whole characters", () => {
  expect(new TextPositions("a😀b😀c").slice(1, 4)).toBe("😀b😀");
});

test.each([
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["The U.S. Senate met. It rose.", ["The U.S. Senate met.", "It rose."]],
  ["Dr. Who said so. Mr. X did not.", ["Dr. Who said so.", "Mr. X did not."]],
  ["They left for the U.S.", ["They left for the U.S."]],
  ["“We will not,” it said. Then: nothing.", ["“We will not,” it said.", "Then: nothing."]],
  ["   ", []],
  ["It fell by 3.5 per cent. Then it rose.", ["It fell by 3.5 per cent.", "Then it rose."]],
])("%j has the sentences %j", (paragraph, sentences) => {
  expect(sentencesOf(paragraph, "en").map(({ start, end }) => paragraph.slice(start, end))).toEqual(sentences);
});

test("words are counted as a reader would", () => {
  expect(countWords("President Zelenskyy has ruled this out, more than once.", "en")).toBe(9);
});
