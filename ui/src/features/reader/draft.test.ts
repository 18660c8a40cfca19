import { expect, test } from "vitest";
import type { ActorKind, NewName, Position } from "../../api/generated";
import { newNameIn, positionAlike, type Draft } from "./draft";

const name = (name: string, kind: ActorKind = "person", ...also: string[]): NewName => ({ name, also, of: null, role: null, belongs_to: null, parent: null, kind, count: 1, start: 0, end: 0 });
const NAMES = [name("Crossland", "group"), name("Ada Moor"), name("Vale", "state", "V.L."), name("Moor Bank", "company")];

const check = (passage: string, expected: string | undefined) => {
  expect(newNameIn(passage, NAMES)?.name, passage).toBe(expected);
};

test("the first name in a passage that may be an actor's", () => {
  check("Vale would not sign, Ada Moor said.", "Vale");
  check("Ada Moor of Vale would not sign.", "Ada Moor");
  check("The V.L. delegation left, and so did Ada Moor.", "Vale");
  check("Crossland is a town.", undefined);
  check("Valerian and Avale signed; Vales did too.", undefined);
  check("Nobody signed.", undefined);
  expect(newNameIn("Kessia would not sign, Ada Moor said.", NAMES, 0)).toBeUndefined();
});

const recorded: Position = {
  id: "p",
  actors: ["k", "a"],
  issue: "i",
  stance: "opposes",
  degree: null,
  condition: "others sign",
  sequence: null,
  summary: null,
  speaker: null,
  manner: "on_record",
  as_of: "2025-04",
  review_by: null,
  confidence: "moderate",
  supersedes: null,
  state: "current",
  marking: null,
  evidence: [{ excerpt: "e", relation: "supports" }],
  created_at: "2025-04-23T09:00:00Z",
};

const draft: Draft = {
  actors: ["a", "k"],
  issue: "i",
  stance: "opposes",
  condition: "",
  sequence: "",
  degree: "",
  manner: "reported",
  asOf: "2025-04",
  confidence: "high",
  speaker: undefined,
  newActors: [],
  newIssue: undefined,
};

test.each<[string, Partial<Draft>, Partial<Position>, string | undefined, boolean]>([
  ["who, on what, how and when", {}, {}, undefined, true],
  ["a passage that is kept", {}, {}, "other", true],
  ["what it says of the condition", { condition: " others sign " }, {}, undefined, true],
  ["a passage that shows it already", {}, {}, "e", false],
  ["another day", { asOf: "2025-04-23" }, {}, undefined, false],
  ["another stance", { stance: "supports" }, {}, undefined, false],
  ["another issue", { issue: "j" }, {}, undefined, false],
  ["fewer actors", { actors: ["a"] }, {}, undefined, false],
  ["other actors", { actors: ["a", "b"] }, {}, undefined, false],
  ["another condition", { condition: "all sign" }, {}, undefined, false],
  ["a degree it does not have", { degree: "de facto" }, {}, undefined, false],
  ["another speaker", { speaker: "m" }, {}, undefined, false],
  ["what no longer stands", {}, { state: "superseded" }, undefined, false],
])("a position says the same as a draft: %s", (_, said, there, excerpt, same) => {
  expect(positionAlike({ ...draft, ...said }, [{ ...recorded, ...there }], excerpt)).toBe(same ? "p" : undefined);
});
