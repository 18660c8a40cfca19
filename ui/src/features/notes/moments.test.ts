import { expect, test } from "vitest";
import { dayFault, momentOf, OFFSETS, partsOf, readClock, timeFault } from "./moments";

test.each([
  ["2025-04-23T10:00:00+01:00", { day: "2025-04-23", time: "10:00", offset: "+01:00" }],
  ["2025-04-23T10:00:00Z", { day: "2025-04-23", time: "10:00", offset: "+00:00" }],
  ["2025-04-23T00:00:00+01:00", { day: "2025-04-23", time: "", offset: "+01:00" }],
  ["2025-04-23T00:00:00.250+01:00", { day: "2025-04-23", time: "", offset: "+01:00" }],
  ["2025-04-23T00:00:01+01:00", { day: "2025-04-23", time: "00:00", offset: "+01:00" }],
  ["2025-04-23T10:00:30.123-09:30", { day: "2025-04-23", time: "10:00", offset: "-09:30" }],
])("%s in its own zone", (moment, parts) => expect(partsOf(moment)).toEqual(parts));

test.each([
  [{ day: "2025-04-23", time: "16:00", offset: "+02:00" }, "2025-04-23T16:00:00+02:00"],
  [{ day: "2025-04-23", time: "", offset: "+00:00" }, "2025-04-23T00:00:00+00:00"],
  [{ day: "2025-04-23", time: "00:00", offset: "+02:00" }, "2025-04-23T00:00:01+02:00"],
  [{ day: "2025-04-23", time: "12 am", offset: "+02:00" }, "2025-04-23T00:00:01+02:00"],
  [{ day: "", time: "", offset: "+02:00" }, null],
  [{ day: "", time: "16:00", offset: "+00:00" }, undefined],
  [{ day: "2025-04", time: "16:00", offset: "+00:00" }, undefined],
  [{ day: "2025-04-23", time: "late", offset: "+00:00" }, undefined],
])("%j", (parts, moment) => expect(momentOf(parts)).toBe(moment));

test.each([
  ["", "", undefined, undefined],
  ["", "14:30", "noDay", undefined],
  ["", "25:00", "noDay", "noTime"],
  ["2027-07", "10:00", "notOneDay", undefined],
  ["2027", "", "notOneDay", undefined],
  ["2027-07-03", "25:00", undefined, "noTime"],
  ["2027-07-03", " ", undefined, undefined],
  ["2027-07-03", "10:00", undefined, undefined],
])("what is wrong with the day %j and the time %j", (day, time, ofDay, ofTime) => {
  const parts = { day, time, offset: "+00:00" };
  expect([dayFault(parts), timeFault(parts)]).toEqual([ofDay, ofTime]);
});

test.each([["16:00", "16:00"], ["1600", "16:00"], ["9.30", "09:30"], ["9", "09:00"], ["4 pm", "16:00"], ["12 am", "00:00"], ["24:00", undefined], ["16:60", undefined], ["13 pm", undefined], ["noon", undefined]])(
  "the time %s",
  (typed, clock) => expect(readClock(typed)).toBe(clock),
);

test("offsets run from west to east, each once", () => {
  expect(OFFSETS[0]).toBe("-12:00");
  expect(OFFSETS.at(-1)).toBe("+14:00");
  expect(new Set(OFFSETS).size).toBe(OFFSETS.length);
  expect(OFFSETS).toContain("+05:45");
});
