import { expect, test } from "vitest";
import { wordsToName } from "./commented";
import { flaggedIn } from "./flags";
import { toDoc } from "./schema";

/** What a comment on the stretch in brackets names, and that its words are found again where they were selected. */
test.each<[string, string | null]>([
  ["A [text] here.", "text"],
  ["A [te]xt here.", "text"],
  ["The text, the [text] again.", "the text"],
  ["The text, a text, a [text] again.", "a text, a text"],
  ["[text] and text", "text"],
  ["pa[per], papers, paper", "paper"],
  ["one[ two ]three", "two"],
  ["here[ ]there", null],
  ["no[]thing", null],
  ["(a) the [(b)] c", "(b)"],
])("%s", (written, expected) => {
  const [from, to] = [written.indexOf("["), written.indexOf("]") - 1];
  const doc = toDoc([{ type: "text", text: written.replace(/[[\]]/g, "") }]);
  const words = wordsToName(doc, from, to);
  expect(words).toBe(expected);
  if (words === null) return;
  const [found] = flaggedIn(doc, { words, sentence: undefined, title: "" });
  const selected = written.slice(from + 1, to + 1);
  expect(doc.textBetween(0, found?.to ?? 0).lastIndexOf(selected.trim())).toBe(from + selected.search(/\S/));
});
