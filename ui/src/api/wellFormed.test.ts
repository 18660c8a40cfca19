import { expect, test } from "vitest";
import { wellFormed } from "./wellFormed";

test("half a surrogate pair becomes the replacement character, wherever it stands", () => {
  const check = (value: unknown, expected: unknown) => expect(wellFormed(value)).toEqual(expected);
  check("a\ud800b", "a\ufffdb");
  check("a😀b", "a😀b");
  check({ texts: [{ text: "\udc00" }], count: 2, none: null }, { texts: [{ text: "\ufffd" }], count: 2, none: null });
});
