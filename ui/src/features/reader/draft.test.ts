import { expect, test } from "vitest";
import type { ActorKind, NewName } from "../../api/generated";
import { newNameIn } from "./draft";

const name = (name: string, kind: ActorKind = "person", ...also: string[]): NewName => ({ name, also, of: null, kind, count: 1, start: 0, end: 0 });
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
