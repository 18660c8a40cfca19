import { expect, test } from "vitest";
import { cutAtMatches, fold, narrow } from "./match";

const NAMES = ["New Zealand", "Zealots", "Crimea", "Élysée", "Azel"];

test.each([
  ["zea", ["Zealots", "New Zealand"]],
  ["elys", ["Élysée"]],
  ["zel", ["Azel"]],
  ["", NAMES],
  ["nothing", []],
  ["zea new", ["New Zealand"]],
  ["land new", []],
  ["zea nothing", []],
])("%j narrows to %j", (sought, left) => {
  expect(narrow(NAMES, sought, (name) => [name])).toEqual(left);
});

test("another name counts after the first name", () => {
  const items = [{ names: ["Russia", "the Kremlin"] }, { names: ["Kremlin press office"] }];
  expect(narrow(items, "kremlin", (item) => item.names).map((item) => item.names[0])).toEqual(["Kremlin press office", "Russia"]);
});

test("what is found word by word comes after what is found as it was typed, and in several names too", () => {
  const items = [{ names: ["Border of Orland", "Kessia"] }, { names: ["Kessia and the border"] }, { names: ["Kessia border"] }];
  expect(narrow(items, "kessia border", (item) => item.names).map((item) => item.names[0])).toEqual(["Kessia border", "Border of Orland", "Kessia and the border"]);
});

test.each([
  ["New Zealand", "zEA", ["New ", "Zea", "land"]],
  ["New Zealand", "land new", ["", "New", " Zea", "land", ""]],
  ["Ukraine on Security guarantees", "ukraine guar", ["", "Ukraine", " on Security ", "guar", "antees"]],
  ["Crimea", "x", ["Crimea"]],
  ["Crimea", "", ["Crimea"]],
])("in %j the matches of %j are cut out as written", (text, sought, pieces) => {
  expect(cutAtMatches(text, sought)).toEqual(pieces);
});

// The same cases as in `fold.rs`.
test.each([
  ["Élysée", "elysee"],
  ["  The \u00A0 League\tof Ports ", "the league of ports"],
  ["O'Neill", "o’neill"],
  ["OʼNeill", "o’neill"],
  ["O´Neill", "o’neill"],
  ["Łódź", "lodz"],
  ["Ørsted", "orsted"],
  ["Straße", "strasse"],
  ["Æsir", "aesir"],
  ["İstanbul", "istanbul"],
  ["Iğdır", "igdir"],
  ["Ἀθῆναι", "αθηναι"],
  ["ΑΓΟΡΑΣ", fold("αγοράς")],
  ["Королёв", "королев"],
  ["Майский", fold("МАЙСКИЙ")],
  ["שָׁלוֹם", "שלום"],
  ["مُحَمَّد", "محمد"],
  ["أحمد", "احمد"],
  ["محـــمد", "محمد"],
  ["ﬁn", "fin"],
  ["ＡＢＣ", "abc"],
])("%j is compared as %j", (text, expected) => {
  expect(fold(text)).toBe(expected);
  expect(fold(fold(text))).toBe(fold(text));
});

test.each([["май", "маи"], ["हिन्दी", "हन्द"], ["が", "か"], ["ที่", "ท"]])("%j and %j are not the same", (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});
