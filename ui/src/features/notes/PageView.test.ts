import { expect, test } from "vitest";
import { blockAt } from "./PageView";

const places = [{ block: "b", page: 0, top: 300, bottom: 400 }, { block: "a", page: 0, top: 100, bottom: 200 }];

test.each<[number | undefined, string]>([
  [undefined, "a"],
  [150, "a"],
  [100, "a"],
  [250, "a"],
  [300, "b"],
  [900, "b"],
  [20, "a"],
])("at %s stands %s", (at, block) => expect(blockAt(places, at)).toBe(block));

test("nothing stands on an empty page", () => expect(blockAt([], 10)).toBeUndefined());
