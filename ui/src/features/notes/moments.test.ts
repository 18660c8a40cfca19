import { afterEach, expect, test, vi } from "vitest";
import { changed, dayFault, momentOf, OFFSETS, partsOf, readClock, timeFault } from "./moments";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

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
  ["Europe/Brussels", "2026-11-27", { day: "", time: "", offset: "+01:00" }, { day: "2027-07-03" }, "+02:00"],
  ["Europe/Brussels", "2026-07-27", { day: "", time: "", offset: "+02:00" }, { day: "2027-01-03" }, "+01:00"],
  ["America/New_York", "2026-11-27", { day: "2027-07-03", time: "10:00", offset: "-04:00" }, { day: "2027-12-03" }, "-05:00"],
  // On the day on which the clock is put back, it depends on the hour.
  ["Europe/Brussels", "2026-11-27", { day: "2025-10-26", time: "", offset: "+02:00" }, { time: "10:00" }, "+01:00"],
  // Somebody else's clock, or one that was chosen, is not this machine's.
  ["Europe/Brussels", "2026-11-27", { day: "2025-04-23", time: "10:00", offset: "+01:00" }, { day: "2025-12-03" }, "+01:00"],
  ["UTC", "2026-11-27", { day: "", time: "", offset: "+02:00" }, { day: "2025-12-03" }, "+02:00"],
  ["Europe/Brussels", "2026-11-27", { day: "2027-07-03", time: "", offset: "+02:00" }, { day: "" }, "+01:00"],
])("in %s on %s, %j with %j is at %s", (zone, today, parts, part, offset) => {
  vi.stubEnv("TZ", zone);
  vi.setSystemTime(today);
  expect(changed(parts, part)).toEqual({ ...parts, ...part, offset });
});

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
