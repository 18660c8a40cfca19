import { describe, expect, test } from "vitest";
import type { ActorRow } from "../../api/generated";
import { afterMove, besideActor, matching, possibleParents, treeOf, type ActorNode } from "./actorTree";

/** "A", " B", "  C": depth by leading spaces; aliases after a slash. */
function rows(...lines: string[]): ActorRow[] {
  const above: string[] = [];
  return lines.map((line) => {
    const depth = line.length - line.trimStart().length;
    const [name = "", ...aliases] = line.trim().split("/");
    above[depth] = name;
    return {
      actor: { id: name, name, short_name: null, kind: "group", parent: depth === 0 ? null : (above[depth - 1] ?? null), place: "", aliases, role: null, role_from: null, role_to: null, pronunciation: null },
      depth,
      positions: 0,
    };
  });
}

const drawn = (nodes: readonly ActorNode[]): string => nodes.map((node) => (node.children.length === 0 ? node.id : `${node.id}${String(node.below)}(${drawn(node.children)})`)).join(" ");
const all = rows("A", " B/Bee", "  C", " D", "E/Élan");

test("the tree", () => expect(drawn(treeOf(all))).toBe("A3(B1(C) D) E"));

test.each([["", "A B C D E"], ["c", "A B C"], ["bee", "A B"], ["elan", "E"], ["zz", ""]])("typing %j leaves %j", (sought, expected) =>
  expect(matching(all, sought).map((row) => row.actor.id).join(" ")).toBe(expected),
);

describe("moving by one", () => {
  test.each([
    ["D", -1, { parent: "A", after: null }],
    ["B", 1, { parent: "A", after: "D" }],
    ["E", -1, { parent: null, after: null }],
    ["B", -1, undefined],
    ["C", 1, undefined],
    ["Z", 1, undefined],
  ] as const)("%s by %i", (id, by, expected) => expect(afterMove(all, id, by)).toEqual(expected));
});

test.each([["A", "E"], ["B", "A D E"], ["E", "A B C D"]])("%s may belong to %s", (id, expected) => expect(possibleParents(all, id).map((actor) => actor.id).join(" ")).toBe(expected));

test.each([["A", "E"], ["B", "D"], ["C", "B"], ["D", "B"], ["E", "A"]])("when %s goes one goes on with %s", (id, expected) => {
  const gone = all.find(({ actor }) => actor.id === id);
  expect(gone && besideActor(all, gone.actor)).toBe(expected);
});
