import type { PartialDate, TimelineEntry } from "../../api/generated";

/** One bar: from `from` to `to`, as parts of the whole stretch of time, 0 to 1. */
export interface TimeBar {
  entry: TimelineEntry;
  from: number;
  to: number;
  /** Which of the lines within the actor's row, for positions that stand at the same time. */
  lane: number;
}

export interface TimeRow {
  /** The actor or the issue of the row. */
  of: string;
  bars: TimeBar[];
  lanes: number;
}

export interface TimeMark {
  at: number;
  iso: PartialDate;
}

const DAY = 86_400_000;

/** A bar is never narrower, in pixels: it shows its stance, and can be pressed. */
const NARROWEST = 28;

/** How wide the bar of what was withdrawn is, in pixels: it stood on no other day than its own, and has to say so. */
const WITHDRAWN = 112;

/** How wide a day has to be written for it and its neighbours not to meet, in pixels. */
const WRITTEN = 116;

/** The first moment that a partial date can mean, in days. */
export const dayNumber = (iso: PartialDate): number => Math.floor(Date.parse(iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso.slice(0, 10)) / DAY);

/** Bars in rows by actor or by issue, in the order of `all`, and marks for the axis, for a chart so many pixels wide. */
export function timeRows(entries: readonly TimelineEntry[], all: readonly string[], today: PartialDate, width: number): { rows: TimeRow[]; marks: TimeMark[] } {
  if (entries.length === 0) return { rows: [], marks: [] };
  const starts = entries.map((entry) => dayNumber(entry.as_of));
  const first = Math.min(...starts);
  const latest = Math.max(...starts);
  // The stretch ends a little after the last change: a year of nothing new says nothing.
  const last = Math.max(first, Math.min(dayNumber(today), latest + Math.max(7, Math.round((latest - first) * 0.15))));
  const span = Math.max(last - first, 1);
  const least = Math.min(1, NARROWEST / width);
  const part = (day: number) => Math.min(1, Math.max(0, (day - first) / span));
  const rows = all.flatMap((of) => {
    const own = entries.filter((entry) => entry.issue === of || entry.actors.includes(of));
    if (own.length === 0) return [];
    const ends: number[] = [];
    const bars = own.map((entry) => {
      const isWithdrawn = entry.state === "withdrawn";
      const narrowest = isWithdrawn ? Math.min(1, WITHDRAWN / width) : least;
      const from = Math.min(part(dayNumber(entry.as_of)), 1 - narrowest);
      const end = isWithdrawn ? from : entry.until === null ? 1 : part(dayNumber(entry.until));
      const to = Math.max(end, from + narrowest);
      const free = ends.findIndex((end) => end <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      return { entry, from, to, lane };
    });
    return [{ of, bars, lanes: ends.length }];
  });
  return { rows, marks: marksOf(first, last, Math.floor(width / WRITTEN)) };
}

/** Days to write above the bars, evenly apart: at most five, and as many as there is room for; one where all stand on one day. */
function marksOf(first: number, last: number, room: number): TimeMark[] {
  const steps = Math.min(4, last - first, Math.max(1, room));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const day = Math.round(first + ((last - first) * index) / Math.max(steps, 1));
    return { at: (day - first) / Math.max(last - first, 1), iso: new Date(day * DAY).toISOString().slice(0, 10) };
  });
}
