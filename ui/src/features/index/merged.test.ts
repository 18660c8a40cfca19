import { expect, test } from "vitest";
import type { Actor } from "../../api/generated";
import { merged } from "./merged";

const NONE = { role: null, role_from: null, role_to: null, pronunciation: null };
const VANCE = { role: "Vice President", role_from: "2025-01-20", role_to: null, pronunciation: "VANS" };
const SENATOR = { role: "Senator", role_from: "2023-01-03", role_to: "2025-01-10", pronunciation: null };

test.each<[string, Partial<Actor>, Partial<Actor>, object, object]>([
  ["who has a role keeps it", SENATOR, VANCE, {}, { role: "Senator", role_from: "2023-01-03", role_to: "2025-01-10" }],
  ["who has none takes the other's with its time", SENATOR, NONE, { role: "Senator", role_from: "2023-01-03", role_to: "2025-01-10" }, {}],
  ["so with the pronunciation", VANCE, SENATOR, { pronunciation: "VANS" }, { role: "Vice President", role_from: "2025-01-20" }],
  ["of two pronunciations one goes", VANCE, { ...NONE, pronunciation: "VANSS" }, { role: "Vice President", role_from: "2025-01-20" }, { pronunciation: "VANS" }],
  ["what is the same does not go", VANCE, VANCE, {}, {}],
  ["a time of no role gives way", NONE, { ...NONE, role_from: "2020" }, {}, { role_from: "2020" }],
  ["nothing is nothing", NONE, VANCE, {}, {}],
])("%s", (_, gone, kept, moves, goes) => expect(merged(gone as Actor, kept as Actor)).toEqual({ moves, goes }));
