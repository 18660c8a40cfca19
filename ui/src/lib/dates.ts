import { READER } from "./locale";

// Dates come as ISO text and may be partial: "2025", "2025-04", "2025-04-23". They are shown in the reader's own form.

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** How much room there is: `full` "23 April 2025", `medium` "23 Apr 2025", `short` "23 Apr" when the year goes without saying. */
export type DateRoom = "full" | "medium" | "short";

/** Shows a partial ISO date. `thisYear` is the year that `short` leaves unsaid. */
export function showDate(iso: string, room: DateRoom = "medium", thisYear?: number, language: string | undefined = READER): string {
  const match = PARTIAL.exec(iso.slice(0, 10));
  if (match === null) return iso;
  const [, year, month, day] = match;
  if (month === undefined) return year ?? iso;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? "1")));
  const unsaid = room === "short" && day !== undefined && Number(year) === thisYear;
  return new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    month: room === "full" ? "long" : "short",
    ...(day === undefined ? {} : { day: "numeric" }),
    ...(unsaid ? {} : { year: "numeric" }),
  }).format(date);
}

/** Shows a moment (RFC 3339) in the reader's form and on the clock that it was told by, which is named where it is not this machine's. */
export function showMoment(iso: string, language: string | undefined = READER): string {
  const [, clock, zone = ""] = MOMENT.exec(iso) ?? [];
  if (clock === undefined) return iso;
  if (isDay(iso)) return showDate(iso, "medium", undefined, language);
  const told = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(`${clock}Z`));
  const offset = zone === "Z" ? "+00:00" : zone;
  return offset === localOffset(new Date(iso)) ? told : `${told} UTC${offset}`;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})$/;

/** Whether of a moment only the day is known: midnight to the second on its own clock, as the core prints it. */
export const isDay = (iso: string | null): boolean => iso !== null && /T00:00(:00(\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(iso);

/** Shows the time of day of a moment, here. */
export function showTime(iso: string, language: string | undefined = READER): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(date);
}

/** The moment at which a day begins here, on this clock, so that it is printed as this day; of a partial date, the first day it can mean. */
export function momentOf(iso: string): string {
  const day = iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso.slice(0, 10);
  return `${day}T00:00:00${localOffset(new Date(`${day}T00:00:00`))}`;
}

/** The day of a moment: its own where no more is known of it, or else the one it falls on here. */
export const dayOfMoment = (iso: string): string => (isDay(iso) ? iso.slice(0, 10) : dayOf(new Date(iso)));

/** The offset of this machine's clock at a moment, as RFC 3339 has it. */
export const localOffset = (at: Date): string => spellOffset(-at.getTimezoneOffset());

export function spellOffset(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** The beginning of the day a month ago. */
export const monthAgo = (): string => momentOf(dayOf(new Date(Date.now() - 30 * 24 * 3600 * 1000)));

/** The local calendar day of a moment, as ISO. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What was wrong with a typed date. */
export type DateFault = { kind: "unreadable" } | { kind: "no-such-day"; month: number; days: number };
export type DateReading = { iso: string } | { fault: DateFault };

/** Whether a time ends before it begins, whatever days partial dates can mean; where one of them is not known, it does not. */
export function endsBefore(from: string, to: string): boolean {
  const known = Math.min(from.length, to.length);
  return to.slice(0, known) < from.slice(0, known);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Month number by the start of its name, in the reader's language and in English. */
function monthNamed(word: string, language: string | undefined): number | undefined {
  const sought = word.toLowerCase().replace(/\.$/, "");
  if (sought.length < 3) return undefined;
  for (const tongue of [language, "en"]) {
    const format = new Intl.DateTimeFormat(tongue, { month: "long", timeZone: "UTC" });
    for (let month = 1; month <= 12; month += 1) {
      if (format.format(new Date(Date.UTC(2025, month - 1, 1))).toLowerCase().startsWith(sought)) return month;
    }
  }
  return undefined;
}

/** Whether the reader's language writes the month before the day, as in 4/23/2025. */
function monthFirst(language: string | undefined): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(new Date(0)).map((part) => part.type);
  return parts.indexOf("month") < parts.indexOf("day");
}

/** Which day one means that is typed without its year: the last one up to `day`, the first one from it on, or the one nearest to it. */
export interface Near {
  day: string;
  looks: "back" | "ahead" | "both";
}

/** Near today. */
export const nearToday = (looks: Near["looks"]): Near => ({ day: dayOf(new Date()), looks });

/** Whether a day is still to come, whatever day a partial date can mean. */
export const isToCome = (iso: string): boolean => endsBefore(iso, dayOf(new Date()));

/** Reads what people type: 2025 · 2025-04-23 · 2025/4/23 · 23 Apr 2025 · 23rd April 2025 · April 2025 · Apr 23, 2025 · 23/4/2025 · 23 Apr (of the year that `near` tells). */
export function readDate(typed: string, near: Near, language: string | undefined = READER): DateReading {
  const text = typed.trim();
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text);
  if (iso !== null) return compose(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (numeric !== null) {
    const [, first, second, year] = numeric;
    return monthFirst(language) ? compose(year, first, second) : compose(year, second, first);
  }
  const words = text.split(/[\s,]+/).filter((word) => word !== "").map((word) => word.replace(ORDINAL, "$1"));
  const month = words.map((word) => monthNamed(word, language)).find((found) => found !== undefined);
  const figures = words.filter((word) => /^\d+$/.test(word));
  if (month === undefined || figures.length + 1 !== words.length) return { fault: { kind: "unreadable" } };
  const year = figures.find((figure) => figure.length === 4);
  const day = figures.find((figure) => figure.length <= 2);
  if (figures.length > Number(year !== undefined) + Number(day !== undefined)) return { fault: { kind: "unreadable" } };
  return year === undefined ? composeNear(near, String(month), day) : compose(year, String(month), day);
}

function composeNear({ day: other, looks }: Near, month: string, day: string | undefined): DateReading {
  const year = Number(other.slice(0, 4));
  const days = NEAR_YEARS.map((by) => compose(String(year + by), month, day)).flatMap((reading) => ("iso" in reading ? [reading.iso] : []));
  const distance = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(other));
  const iso = {
    back: () => days.findLast((one) => !endsBefore(one, other)),
    ahead: () => days.find((one) => !endsBefore(other, one)),
    both: () => days.toSorted((a, b) => distance(a) - distance(b))[0],
  }[looks]();
  return iso === undefined ? compose(String(year), month, day) : { iso };
}

/** A day in February may be eight years away. */
const NEAR_YEARS = Array.from({ length: 17 }, (_, index) => index - 8);

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/i;

/** No earlier year is printed as it was meant: four figures are a year from here on. */
const FIRST_YEAR = 1000;

function compose(year: string | undefined, month?: string, day?: string): DateReading {
  if (year === undefined || Number(year) < FIRST_YEAR) return { fault: { kind: "unreadable" } };
  if (month === undefined) return { iso: year };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return { fault: { kind: "unreadable" } };
  const withMonth = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return { iso: withMonth };
  const days = daysIn(Number(year), monthNumber);
  if (Number(day) < 1 || Number(day) > days) return { fault: { kind: "no-such-day", month: monthNumber, days } };
  return { iso: `${withMonth}-${day.padStart(2, "0")}` };
}
