import { expect, test } from "vitest";
import { agreements, byLikenessTo, compare, mostCompared } from "./alignment";

const of = (percent: number, issues = 1) => ({ percent, issues, opposed: 0, band: "between" as const });
const alignment = {
  rows: [
    { actor: "a", with: [] },
    { actor: "b", with: [of(50)] },
    { actor: "c", with: [of(75, 1), null] },
    { actor: "d", with: [of(75, 4), of(10), of(100)] },
  ],
  by_likeness: ["a", "d", "c", "b"],
};

test("a pair is one pair whichever is named first, and nobody is compared with itself", () => {
  const agrees = agreements(alignment);
  expect(agrees("a", "d")).toEqual(of(75, 4));
  expect(agrees("d", "a")).toEqual(of(75, 4));
  expect(agrees("b", "c")).toBeUndefined();
  expect(agrees("a", "a")).toBeUndefined();
  expect(agrees("a", "nobody")).toBeUndefined();
});

test("the closest first, on more issues before on fewer, the unknown last", () => {
  expect(byLikenessTo(["a", "b", "c", "d"], "a", agreements(alignment))).toEqual(["a", "d", "c", "b"]);
  expect(byLikenessTo(["a", "b", "c", "d"], "b", agreements(alignment))).toEqual(["b", "a", "d", "c"]);
});

test("who is compared on the most issues, and nobody where nothing can be compared", () => {
  // As many as d, before whom it stands.
  expect(mostCompared(alignment)).toBe("a");
  expect(mostCompared({ ...alignment, by_likeness: ["b", "d", "a", "c"] })).toBe("d");
  expect(mostCompared({ rows: alignment.rows.slice(0, 2), by_likeness: ["b", "a"] })).toBe("b");
  expect(mostCompared({ rows: [{ actor: "a", with: [] }, { actor: "b", with: [null] }], by_likeness: ["a", "b"] })).toBeUndefined();
  expect(mostCompared({ rows: [], by_likeness: [] })).toBeUndefined();
});

test("what two stances are to each other", () => {
  expect(compare("supports", "supports")).toBe("same");
  expect(compare("supports", "supports_with_conditions")).toBe("differs");
  expect(compare("neutral", "opposes")).toBe("differs");
  expect(compare("supports_with_conditions", "opposes_with_conditions")).toBe("apart");
  expect(compare("unclear", "opposes")).toBe("unclear");
  expect(compare("supports", undefined)).toBe("missing");
});
