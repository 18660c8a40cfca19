import { expect, test } from "vitest";
import type { ActorRow, IssueRow, Position } from "../../api/generated";
import { marginPosition } from "./marginText";

const actors = [["k", "Kessia"], ["a", "Arvenia"], ["m", "Ada Moor"]].map(([id, name]) => ({ actor: { id, name } })) as ActorRow[];
const issues = [{ issue: { id: "i", title: "Ceasefire" } }] as IssueRow[];

const position: Position = {
  id: "p",
  actors: ["k"],
  issue: "i",
  stance: "opposes",
  degree: null,
  condition: null,
  sequence: null,
  summary: null,
  speaker: null,
  manner: "on_record",
  as_of: "2025",
  review_by: null,
  confidence: "moderate",
  supersedes: null,
  state: "current",
  marking: null,
  evidence: [],
  created_at: "2025-04-23T09:00:00Z",
};

test.each<[Partial<Position>, string, string[]]>([
  [{}, "Kessia", ["Ceasefire", "as of 2025 · on record"]],
  [{ speaker: "m", manner: "reported" }, "Kessia", ["Ceasefire", "as of 2025 · reported · said by Ada Moor"]],
  [{ actors: ["k", "a"], condition: "talks go on" }, "Kessia, Arvenia, jointly", ["Ceasefire · if talks go on", "as of 2025 · on record"]],
])("%o", (part, who, lines) => {
  expect(marginPosition({ ...position, ...part }, actors, issues)).toMatchObject({ actors: who, lines });
});
