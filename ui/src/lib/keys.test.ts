import { expect, test } from "vitest";
import { allowLetters, isAllowed, isPlain, spell } from "./keys";

const press = (key: string, ...held: ("ctrlKey" | "metaKey" | "altKey" | "shiftKey")[]) => ({
  key,
  ctrlKey: held.includes("ctrlKey"),
  metaKey: held.includes("metaKey"),
  altKey: held.includes("altKey"),
  shiftKey: held.includes("shiftKey"),
});

test.each([
  [press("k", "ctrlKey"), "Ctrl K"],
  [press("Z", "ctrlKey", "shiftKey"), "Ctrl Shift Z"],
  [press("J", "shiftKey"), "Shift J"],
  [press("j"), "J"],
  [press("?", "shiftKey"), "?"],
  [press("/"), "/"],
  [press(" "), "Space"],
  [press(" ", "shiftKey"), "Shift Space"],
  [press("1", "ctrlKey"), "Ctrl 1"],
  [press("Escape"), "Esc"],
  [press("ArrowUp", "altKey"), "Alt ↑"],
  [press("F2"), "F2"],
])("%o is spelt %s", (event, spelt) => {
  expect(spell(event, false)).toBe(spelt);
});

test("on a Mac the command key takes the place of Ctrl", () => {
  expect(spell(press("k", "metaKey"), true)).toBe("Ctrl K");
  expect(spell(press("k", "ctrlKey"), true)).toBe("K");
});

test.each([
  ["J", true],
  ["F", true],
  ["Shift J", true],
  ["Shift F", true],
  ["?", true],
  ["Shift Enter", true],
  ["F6", false],
  ["Shift F6", false],
  ["Ctrl F", false],
  ["Ctrl Shift Z", false],
  ["Alt ↑", false],
  ["Esc", false],
])("%s is for what is being typed: %s", (spelt, plain) => expect(isPlain(spelt)).toBe(plain));

test.each([
  ["J", false],
  ["Shift J", false],
  ["?", false],
  ["Enter", true],
  ["Ctrl J", true],
  ["F6", true],
])("%s works while single letters are switched off: %s", (spelt, works) => {
  allowLetters(false);
  expect(isAllowed(spelt)).toBe(works);
  allowLetters(true);
  expect(isAllowed(spelt)).toBe(true);
});
