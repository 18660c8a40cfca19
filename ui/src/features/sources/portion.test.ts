import { expect, test } from "vitest";
import { portionMark } from "./portion";

test.each([
  ["OFFICIAL", "O"],
  ["OFFICIAL-SENSITIVE", "O-S"],
  ["TOP SECRET", "TS"],
  ["PROTECTED B", "PB"],
  ["TLP:AMBER+STRICT", "TLP:AMBER+STRICT"],
  ["RESTREINT UE/EU RESTRICTED", "RU"],
])("%s is shortened to %s", (marking, portion) => {
  expect(portionMark(marking)).toBe(portion);
});
