import { expect, test } from "vitest";
import type { Note } from "../../api/generated";
import { draftOf, factsOf, lacksClearer, lacksWho, readCopies } from "./factsDraft";

const note = { id: "n", title: "Talk", version: "1.0", language: "en-GB", paper: "a4", distribution: [{ who: "Minister", copies: 2 }], clearance: { by: "Head", at: "2025-04-23T07:40:12+01:00", version: "1.0" } } as unknown as Note;
const bare: Note = { ...note, reference: null, marking: null, print: null, prepared_by: null, prepared_for: null, cutoff: null, issued: null, last_brief: null, meeting: null, controls: null };
const NOW = "2025-04-24T09:00:00+01:00";

test.each([["", null], [" ", null], ["2", 2], [" 12 ", 12], ["9999", 9999], ["10000", undefined], ["99999999999", undefined], ["0", undefined], ["two", undefined], ["1.5", undefined], ["-1", undefined]])("%j copies", (typed, copies) =>
  expect(readCopies(typed)).toBe(copies),
);

test.each([["Minister", "2", false], ["Minister", "", false], ["", "", false], [" ", "2", true]])("copies for %j: %j", (who, copies, lacks) => expect(lacksWho({ key: "0", who, copies })).toBe(lacks));

test("what is not touched stays as it was", () => {
  const facts = factsOf(draftOf(bare), bare, NOW);
  expect(facts.distribution).toEqual(bare.distribution);
  expect(facts.clearance).toEqual(bare.clearance);
  expect(facts.meeting).toBeNull();
});

test("a zone alone is kept", () => expect(factsOf({ ...draftOf(bare), meetingZone: "CEST" }, bare, NOW).meeting?.zone).toBe("CEST"));

test("a clearance has somebody who gave it", () => {
  const cleared = draftOf(bare);
  const later = { ...cleared.clearedAt, day: "2025-04-24" };
  expect(lacksClearer(cleared, bare)).toBe(false);
  expect(lacksClearer({ ...cleared, clearedBy: "", clearedAt: later }, bare)).toBe(true);
  // Taking the name out withdraws it.
  expect(lacksClearer({ ...cleared, clearedBy: "" }, bare)).toBe(false);
  expect(factsOf({ ...cleared, clearedBy: "" }, bare, NOW).clearance).toBeNull();
  // What was cleared as another version says nothing of this one.
  const next: Note = { ...bare, version: "1.1" };
  expect(draftOf(next)).toMatchObject({ clearedBy: "", clearedAt: { day: "" } });
  expect(factsOf(draftOf(next), next, NOW).clearance).toEqual(bare.clearance);
});
