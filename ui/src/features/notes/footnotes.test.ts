import { expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import { reworded } from "./footnotes";

/** Words, *italic* ones, and @ for a citation. */
const read = (words: string): Inline[] =>
  words.split(/(\*.*?\*|@)/).filter((part) => part !== "").map((part): Inline => {
    if (part === "@") return { type: "citation", targets: [] };
    return part.startsWith("*") ? { type: "text", text: part.slice(1, -1), italic: true } : { type: "text", text: part };
  });
const write = (text: readonly Inline[]): string => text.map((one) => (one.type === "citation" ? "@" : one.type === "text" ? (one.italic === true ? `*${one.text}*` : one.text) : "?")).join("");

test.each([
  ["As of Friday", "As of Monday", "As of Monday"],
  ["As of *Friday*", "As of Friday, late", "As of *Friday, late*"],
  ["See *Le Monde*, p. 3", "See also Le Monde, p. 3", "See also *Le Monde*, p. 3"],
  ["One@ two", "One three", "One@ three"],
  ["One@", "One more", "One more@"],
  ["@", "Words", "Words@"],
  ["aa", "aaa", "aaa"],
  ["same", "same", "same"],
])("%s, as “%s”", (before, words, after) => expect(write(reworded(read(before), words))).toBe(after));
