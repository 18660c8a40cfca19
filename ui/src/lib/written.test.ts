import { expect, test } from "vitest";
import { written } from "./written";

test.each([
  ["קבוצת העבודה", "he", "rtl"],
  ["NATO לא תתרחב", "he-IL", "rtl"],
  ["", "ar", "rtl"],
  ["12 %", "fa", "rtl"],
  ["English words too.", "ar", "ltr"],
  ["", "fr", "ltr"],
  ["Le mot شكرا", "fr", "ltr"],
  ["شكرا", "fr", "rtl"],
])("%s in %s runs %s", (words, language, dir) => expect(written(words, language)).toEqual({ lang: language, dir }));

test("without a language, the first letter tells", () => expect(written("שלום", null)).toEqual({ dir: "auto" }));
