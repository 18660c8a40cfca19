import { expect, test } from "vitest";
import type { ActorRow, Block, Body } from "../../api/generated";
import { subjectOf } from "./subject";

const block = (body: Body): Block => ({ id: "b", note: "n", place: "", prompt: null, marking: null, body });
const row = (id: string, parent: string | null) => ({ actor: { id, parent } }) as ActorRow;
const ACTORS = [row("kessia", null), row("ministry", "kessia"), row("minister", "ministry"), row("orland", null)];
const table = (actors: string[]): Body => ({ kind: "positions_table", actors, issues: [], caption: [] });

test.each<[string, Body[], string[]]>([
  ["what is narrowed to somebody is about them and theirs", [table(["kessia"])], ["kessia", "ministry", "minister"]],
  ["what is narrowed to nobody is about nobody in particular", [table([])], []],
  ["a profile is about its actor", [{ kind: "actor_profile", actor: "orland" }], ["orland"]],
  ["a timeline of an issue is about nobody", [{ kind: "timeline", actor: null, issue: "dam" }], []],
  ["several are about all of theirs", [table(["orland"]), { kind: "timeline", actor: "minister", issue: null }], ["orland", "minister"]],
])("%s", (_, bodies, expected) => {
  expect([...subjectOf(bodies.map(block), ACTORS)].sort()).toEqual([...expected].sort());
});
