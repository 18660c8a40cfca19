import { expect, test } from "vitest";
import { knownLocale } from "./locale";

test.each([
  [["C"], undefined],
  [["C", "fr-CA"], "fr-CA"],
  [["en_GB.UTF-8", "de"], "de"],
  [["xx-YY", "en-GB"], "en-GB"],
  [[], undefined],
])("of %j, formatters know %s", (tags, known) => {
  expect(knownLocale(tags)).toBe(known);
});
