import { expect, test } from "vitest";
import { cutAtMatch, narrow } from "./match";

const NAMES = ["New Zealand", "Zealots", "Crimea", "Élysée", "Azel"];

test.each([
  ["zea", ["Zealots", "New Zealand"]],
  ["elys", ["Élysée"]],
  ["zel", ["Azel"]],
  ["", NAMES],
  ["nothing", []],
])("%j narrows to %j", (sought, left) => {
  expect(narrow(NAMES, sought, (name) => [name])).toEqual(left);
});

test("another name counts after the first name", () => {
  const items = [{ names: ["Russia", "the Kremlin"] }, { names: ["Kremlin press office"] }];
  expect(narrow(items, "kremlin", (item) => item.names).map((item) => item.names[0])).toEqual(["Kremlin press office", "Russia"]);
});

test("the match is cut out of the text as written", () => {
  expect(cutAtMatch("New Zealand", "zEA")).toEqual(["New ", "Zea", "land"]);
  expect(cutAtMatch("Crimea", "x")).toBeUndefined();
});
