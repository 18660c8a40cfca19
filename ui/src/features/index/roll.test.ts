import { expect, test } from "vitest";
import type { RollLine } from "../../api/generated";
import { counted, linesOf, type Choice } from "./roll";

const line = (number: number, known: string[], repeats: number | null): RollLine => ({
  number,
  actor: { name: `Actor ${String(number)}`, short_name: null, kind: "group", parent: null, aliases: [], role: null },
  known,
  repeats,
  is_parent_unknown: false,
});

test.each<[string, [number, Choice][], string[]]>([
  ["what is new comes in, what is known or repeated does not", [], ["new 1"]],
  ["unless one says so", [[2, "a"], [3, "new"], [1, "skip"]], ["known 2", "new 3"]],
  ["a known name may be somebody else's", [[2, "new"]], ["new 1", "new 2"]],
])("%s", (_, choices, expected) => {
  const lines = [line(1, [], null), line(2, ["a", "b"], null), line(3, [], 1)];
  const taken = linesOf({ has_heads: false, heads: [], columns: [], nameless: [], lines }, new Map(choices));
  expect(taken.map((each) => `${each.as} ${each.actor.name.slice(6)}`)).toEqual(expected);
  expect(counted(taken).added).toBe(expected.filter((each) => each.startsWith("new")).length);
});
