import { isDay, localOffset, spellOffset } from "../../lib/dates";

/** A moment as a form holds it: the day, the time on the clock there, and how far that clock is from UTC. */
export interface MomentParts {
  day: string;
  time: string;
  /** As RFC 3339 has it: "+01:00"; "+00:00" for UTC. */
  offset: string;
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The parts of a moment, in its own zone; nothing for nothing. */
export function partsOf(moment: string | null): MomentParts {
  const match = moment === null ? null : RFC3339.exec(moment);
  if (match === null) return { day: "", time: "", offset: localOffset(new Date()) };
  const [, day = "", clock = "", offset = "Z"] = match;
  const time = isDay(moment) ? "" : clock;
  return { day, time, offset: offset === "Z" ? "+00:00" : offset };
}

/** The parts with another day or time. A clock that is this machine's own stays so, in summer and in winter. */
export function changed(parts: MomentParts, part: Partial<Pick<MomentParts, "day" | "time">>): MomentParts {
  const next = { ...parts, ...part };
  return parts.offset === ownOffset(parts) ? { ...next, offset: ownOffset(next) } : next;
}

/** How far this machine's clock is from UTC at the day and time of these parts; of no day, now. */
function ownOffset({ day, time }: MomentParts): string {
  const at = new Date(`${day}T${readClock(time) ?? "00:00"}`);
  return localOffset(Number.isNaN(at.getTime()) ? new Date() : at);
}

/** What is wrong with the day: a time is of none, or it is a month or a year. */
export function dayFault({ day, time }: MomentParts): "noDay" | "notOneDay" | undefined {
  if (day === "") return time.trim() === "" ? undefined : "noDay";
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? undefined : "notOneDay";
}

export const timeFault = ({ time }: MomentParts): "noTime" | undefined => (time.trim() === "" || readClock(time) !== undefined ? undefined : "noTime");

/** The moment these parts name; null when they are empty, undefined when they name none. */
export function momentOf(parts: MomentParts): string | null | undefined {
  if (dayFault(parts) !== undefined || timeFault(parts) !== undefined) return undefined;
  const { day, offset } = parts;
  if (day === "") return null;
  const time = parts.time.trim();
  const clock = readClock(time === "" ? "00:00" : time) ?? "";
  // Midnight to the second says that only the day is known: one that was typed is a second later, which nobody reads.
  const second = time !== "" && clock === "00:00" ? "01" : "00";
  return `${day}T${clock}:${second}${offset}`;
}

/** Reads 16:00 · 1600 · 9.30 · 4 pm; undefined when it is no time. */
export function readClock(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (match === null) return undefined;
  const [, hourText = "", minute = "00", half] = match;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** Every offset in use, from west to east. */
export const OFFSETS: readonly string[] = [
  ...range(-12, -1).map((hour) => spellOffset(hour * 60)),
  ...[0, 1, 2, 3, 3.5, 4, 4.5, 5, 5.5, 5.75, 6, 6.5, 7, 8, 8.75, 9, 9.5, 10, 10.5, 11, 12, 12.75, 13, 14].map((hours) => spellOffset(hours * 60)),
  ...[-9.5, -3.5, -2.5].map((hours) => spellOffset(hours * 60)),
].sort((a, b) => minutesOf(a) - minutesOf(b));

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function minutesOf(offset: string): number {
  const [hours = "0", minutes = "0"] = offset.slice(1).split(":");
  return (offset.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
