import { expect, test } from "vitest";
import { partToShow } from "./partToShow";

const VIEW = { top: 1000, bottom: 1500 };
const part = (top: number, bottom: number) => ({ top, bottom });

test.each([
  ["it is in view", [part(1100, 1200)], undefined],
  ["it is more than there is room for, and begins at the top", [part(1000, 2000)], undefined],
  ["it fills the view", [part(500, 2000)], undefined],
  ["it ends below", [part(1400, 1600)], 1400],
  ["it is above", [part(100, 200)], 100],
  ["its second part is in view", [part(700, 800), part(1100, 1200)], undefined],
  ["its first part is in view", [part(1300, 1400), part(1600, 1700)], undefined],
  ["it is above, over two pages", [part(100, 200), part(800, 900)], 800],
  ["it is below, over two pages", [part(1800, 1900), part(2000, 2100)], 1800],
  ["it is not printed", [], undefined],
])("%s", (_, parts, top) => expect(partToShow(parts, VIEW)?.top).toBe(top));
