import { expect, test } from "vitest";
import { foundIn, replacedIn } from "./finding";

test.each<[string, string, string]>([
  ["They don’t go, they don't.", "don't", "They [don’t] go, they [don't]."],
  ["20\u00A0May, 20 May", "20 May", "[20\u00A0May], [20 May]"],
  ["Le Président, pre\u0301sident", "President", "Le [Président], [pre\u0301sident]"],
  ["President", "président", "[President]"],
  ["“No”, „no“, «no»", '"no"', "[“No”], [„no“], [«no»]"],
  ["by\u2011law, by-law", "by-law", "[by\u2011law], [by-law]"],
  ["Straße, STRASSE", "strasse", "[Straße], [STRASSE]"],
  ["Straße", "stras", "Straße"],
  ["İstanbul istanbul", "istanbul", "[İstanbul] [istanbul]"],
  ["Łódź", "lodz", "[Łódź]"],
  ["мой", "мои", "мой"],
  ["हिन्दी", "हिन", "[हिन]्दी"],
  ["aaa", "aa", "[aa]a"],
  ["a.b a*b", "a.b", "[a.b] a*b"],
  ["one, two", "e, ", "on[e, ]two"],
  ["\u{1F1EA}\u{1F1FA} Été", "ete", "\u{1F1EA}\u{1F1FA} [Été]"],
  ["nothing", "", "nothing"],
])("found in %j: %j", (text, words, expected) => {
  const ranges = foundIn(text, { words, matchCase: false });
  expect(ranges.reduceRight((marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`, text)).toBe(expected);
});

test.each<[string, string, string]>([
  ["Truce, truce, TRUCE", "truce", "Truce, x, TRUCE"],
  ["Été, été, ÉTÉ", "Ete", "x, été, ÉTÉ"],
  ["Don’t, don’t", "don't", "Don’t, x"],
])("where case counts: %j, %j", (text, words, expected) => {
  expect(replacedIn(text, { words, matchCase: true }, "x")).toBe(expected);
});
