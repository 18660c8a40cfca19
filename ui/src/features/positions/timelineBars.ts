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

/** The first moment that a partial date can mean, in days. */
export const dayNumber = (iso: PartialDate): number => Math.floor(Date.parse(iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso.slice(0, 10)) / DAY);

/** Bars in rows by actor or by issue, in the order of `all`, and marks for the axis. */
export function timeRows(entries: readonly TimelineEntry[], all: readonly string[], today: PartialDate): { rows: TimeRow[]; marks: TimeMark[] } {
  if (entries.length === 0) return { rows: [], marks: [] };
  const starts = entries.map((entry) => dayNumber(entry.as_of));
  const first = Math.min(...starts);
  const latest = Math.max(...starts);
  // The stretch ends a little after the last change: a year of nothing new says nothing.
  const last = Math.max(first, Math.min(dayNumber(today), latest + Math.max(7, Math.round((latest - first) * 0.15))));
  const span = Math.max(last - first, 1);
  const part = (day: number) => Math.min(1, Math.max(0, (day - first) / span));
  const rows = all.flatMap((of) => {
    const own = entries.filter((entry) => entry.issue === of || entry.actors.includes(of));
    if (own.length === 0) return [];
    const ends: number[] = [];
    const bars = own.map((entry) => {
      const from = part(dayNumber(entry.as_of));
      const to = entry.until === null ? 1 : part(dayNumber(entry.until));
      const free = ends.findIndex((end) => end <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      return { entry, from, to, lane };
    });
    return [{ of, bars, lanes: ends.length }];
  });
  return { rows, marks: marksOf(first, last) };
}

/** At most five days to write above the bars, evenly apart; one where all stand on one day. */
function marksOf(first: number, last: number): TimeMark[] {
  const steps = Math.min(4, last - first);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const day = Math.round(first + ((last - first) * index) / Math.max(steps, 1));
    return { at: (day - first) / Math.max(last - first, 1), iso: new Date(day * DAY).toISOString().slice(0, 10) };
  });
}
