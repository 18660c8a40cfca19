import { afterEach, expect, test, vi } from "vitest";
import { dayOfMoment, endsBefore, momentOf, readDate, showDate, showMoment, type Near } from "./dates";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["2025", "medium", "2025"],
  ["2025-04", "medium", "Apr 2025"],
  ["2025-04", "full", "April 2025"],
  ["2025-04-23", "medium", "23 Apr 2025"],
  ["2025-04-23", "full", "23 April 2025"],
  ["2025-04-23", "short", "23 Apr"],
  ["2024-04-23", "short", "23 Apr 2024"],
  ["not a date", "medium", "not a date"],
] as const)("%s shown %s is %s", (iso, room, shown) => {
  expect(showDate(iso, room, 2025, "en-GB")).toBe(shown);
});

const NOW: Near = { day: "2026-11-27", looks: "back" };

test.each([
  ["2025", "2025"],
  ["2025-4", "2025-04"],
  ["2025-04-03", "2025-04-03"],
  ["23 Apr 2025", "2025-04-23"],
  ["23 Apr", "2026-04-23"],
  ["April 2025", "2025-04"],
  ["Apr 23, 2025", "2025-04-23"],
  ["3/4/2025", "2025-04-03"],
  ["29 Feb 2024", "2024-02-29"],
  ["2025/04/25", "2025-04-25"],
  ["23rd April 2025", "2025-04-23"],
  ["April 1st, 2025", "2025-04-01"],
  ["1 Jan 1000", "1000-01-01"],
])("%s is read as %s", (typed, iso) => {
  expect(readDate(typed, NOW, "en-GB")).toEqual({ iso });
});

test.each<[string, Near["looks"], string, string]>([
  ["2026-11-27", "back", "30 Dec", "2025-12-30"],
  ["2026-11-27", "back", "27 Nov", "2026-11-27"],
  ["2025-03-14", "back", "30 Dec", "2024-12-30"],
  ["2025-03-14", "back", "14 Mar", "2025-03-14"],
  ["2025-03", "back", "30 Mar", "2025-03-30"],
  ["2025", "back", "30 Dec", "2025-12-30"],
  ["2025-03-14", "back", "December", "2024-12"],
  ["2025-03-14", "back", "March", "2025-03"],
  ["2025-01-14", "back", "29 Feb", "2024-02-29"],
  ["2026-11-27", "ahead", "30 Dec", "2026-12-30"],
  ["2026-11-27", "ahead", "3 July", "2027-07-03"],
  ["2026-11-27", "ahead", "27 Nov", "2026-11-27"],
  ["2026-11-27", "ahead", "29 Feb", "2028-02-29"],
  ["2026-12-30", "both", "2 Jan", "2027-01-02"],
  ["2027-01-02", "both", "30 Dec", "2026-12-30"],
  ["2026-11-27", "both", "26 Nov", "2026-11-26"],
  ["2026-11-27", "ahead", "3 July 2025", "2025-07-03"],
])("near %s, looking %s, %s is %s", (day, looks, typed, iso) => expect(readDate(typed, { day, looks }, "en-GB")).toEqual({ iso }));

test("a US reader writes the month first", () => {
  expect(readDate("3/4/2025", NOW, "en-US")).toEqual({ iso: "2025-03-04" });
});

test.each(["yesterday", "2025-13", "23", "1 2 Apr 2025", "", "1 Jan 0000", "0999", "0025-04-03", "23xx Apr 2025"])("%j is not a date", (typed) => {
  expect(readDate(typed, NOW, "en-GB")).toEqual({ fault: { kind: "unreadable" } });
});

test("a day past the end of its month is named", () => {
  expect(readDate("31 Apr 2025", NOW, "en-GB")).toEqual({ fault: { kind: "no-such-day", month: 4, days: 30 } });
});

test.each([
  ["Europe/Brussels", "2025-04-23", "2025-04-23T00:00:00+02:00"],
  ["Europe/Brussels", "2025-01", "2025-01-01T00:00:00+01:00"],
  ["America/St_Johns", "2025", "2025-01-01T00:00:00-03:30"],
  ["UTC", "2025-04-23", "2025-04-23T00:00:00+00:00"],
])("in %s the day %s begins at %s", (zone, day, moment) => {
  vi.stubEnv("TZ", zone);
  expect(momentOf(day)).toBe(moment);
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(dayOfMoment(moment)).toBe(moment.slice(0, 10));
});

test.each([
  ["UTC", "2025-04-28T20:40:00+01:00", "28 Apr 2025, 20:40 UTC+01:00"],
  ["Europe/London", "2025-04-28T20:40:00+01:00", "28 Apr 2025, 20:40"],
  ["Europe/London", "2025-04-28T20:40:00.123456789Z", "28 Apr 2025, 20:40 UTC+00:00"],
  ["Europe/London", "2025-12-28T20:40:00Z", "28 Dec 2025, 20:40"],
  // It does not become another day.
  ["Asia/Tokyo", "2025-04-28T23:40:00+01:00", "28 Apr 2025, 23:40 UTC+01:00"],
  ["UTC", "2025-04-28T00:00:00+01:00", "28 Apr 2025"],
  ["UTC", "2025-04-28T00:00:01+01:00", "28 Apr 2025, 00:00 UTC+01:00"],
  ["UTC", "soon", "soon"],
])("in %s, %s is shown as %s", (zone, moment, shown) => {
  vi.stubEnv("TZ", zone);
  expect(showMoment(moment, "en-GB")).toBe(shown);
});

test("a moment falls on the day that it is here", () => {
  vi.stubEnv("TZ", "Europe/Brussels");
  expect(dayOfMoment("2025-04-22T22:30:00Z")).toBe("2025-04-23");
});

test.each([
  ["2025-01-20", "2020", true],
  ["2025-01-20", "2025", false],
  ["2025-04", "2025-03-31", true],
  ["2025-04", "2025-04-01", false],
  ["2025-04-02", "2025-04-01", true],
  ["", "2020", false],
  ["2025", "", false],
])("from %j to %j ends before it begins: %s", (from, to, expected) => expect(endsBefore(from, to)).toBe(expected));
