import { expect, test } from "vitest";
import type { Position } from "../../api/generated";
import { earlierOf } from "./positionDraft";

const held = (id: string, supersedes: string | null, ...actors: string[]) => ({ id, actors, supersedes }) as Position;
const ON_ISSUE = [held("first", null, "a"), held("second", "first", "a"), held("joint", null, "a", "b"), held("theirs", null, "b")];

test.each<[string[], string | undefined, string[]]>([
  [["a"], undefined, ["first", "second"]],
  // It does not come before itself, nor before what it came before.
  [["a"], "second", ["first"]],
  [["a"], "first", []],
  // Of a joint one, both go on to the new one.
  [["a", "b"], undefined, ["first", "second", "joint", "theirs"]],
  [["b"], undefined, ["theirs"]],
  [["c"], undefined, []],
  [[], undefined, []],
])("a position of %j, edited as %s, can take the place of %j", (actors, own, ids) => expect(earlierOf(actors, own, ON_ISSUE).map(({ id }) => id)).toEqual(ids));
