import type { Line } from "./pasted";

// Plain text has its structure in its signs: empty rows between paragraphs, a dash before a point, ">" before what a mail quotes.

const DASH = /^\s*[-*•·–]\s+/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;
const ENDED = /[.:;!?]$/;
const QUOTED = /^(?:[ \t]*>)+[ \t]?/;

/** A row as wrapped by a mail program is about so many letters long. */
const WRAPPED = { from: 64, to: 100 };

interface Read {
  as: "paragraph" | "item" | "quote";
  words: string;
}

/**
 * The lines of plain text: paragraphs by empty rows where there are any, else by row; points and quotations by their signs.
 * One row alone is part of a sentence, whatever it begins with, and stays as it is.
 */
export function linesOfText(plain: string): Line[] {
  const text = plain.replace(/\r\n?/g, "\n").replace(/^\s*\n|\n\s*$/g, "");
  const rows = text.split("\n");
  const hasGaps = /\n[ \t]*\n/.test(text);
  const read: Read[] = rows.length === 1 ? [{ as: "paragraph", words: text }] : readRows(rows, () => hasGaps);
  return text.trim() === "" ? [] : read.map(({ as, words }) => ({ as, text: [{ type: "text", text: words }] }));
}

/** `goesOn` tells whether a row of a paragraph goes on from the one before it. */
function readRows(rows: readonly string[], goesOn: (before: string, row: string) => boolean): Read[] {
  const counted = countedIn(rows);
  const dashes = rows.filter((row) => DASH.test(row)).length;
  const isSigned = (at: number) => counted.has(at) || DASH.test(rows[at] ?? "");
  const read: Read[] = [];
  let open: Read | undefined;
  const begin = (as: Read["as"], words: string) => {
    open = { as, words: words.trim() };
    read.push(open);
  };
  for (let at = 0; at < rows.length; at += 1) {
    const [before = "", row = "", next = ""] = [rows[at - 1], rows[at], rows[at + 1]];
    const quoted = quotedFrom(rows, at);
    if (quoted.length > 0) {
      read.push(...readRows(quoted, fills).map((one) => (one.as === "paragraph" ? { ...one, as: "quote" as const } : one)));
      open = undefined;
      at += quoted.length - 1;
    } else if (row.trim() === "") open = undefined;
    else if (counted.has(at)) begin("item", row.replace(NUMBER, ""));
    // A dash after a full row may stand within a sentence, and so may one with which all begins.
    else if (DASH.test(row) && (at > 0 || dashes > 1) && (open?.as === "item" || isSigned(at + 1) || !fills(before, row) || ENDED.test(before))) begin("item", row.replace(DASH, ""));
    else if (NUMBER.test(row) && (NUMBER.test(before) || NUMBER.test(next) || ENDED.test(before))) begin("paragraph", row);
    else if (open !== undefined && (open.as === "item" ? /^\s/.test(row) || fills(before, row) : goesOn(before, row))) open.words += ` ${row.trim()}`;
    else begin("paragraph", row);
  }
  return read;
}

/**
 * The rows that count up from one, with nothing between them but what belongs to them. Any other number says something: a
 * day, an article, a place in a list of which this is a part.
 */
function countedIn(rows: readonly string[]): ReadonlySet<number> {
  const runs: number[][] = [[]];
  rows.forEach((row, at) => {
    const run = runs.at(-1) ?? [];
    const number = isDay(row) ? 0 : Number(NUMBER.exec(row)?.[1] ?? 0);
    const belongs = !/^\S/.test(row) || DASH.test(row) || fills(rows[at - 1] ?? "", row);
    if (number > 0 && number === run.length + 1) run.push(at);
    else if (number > 0 || !belongs) runs.push(number === 1 ? [at] : []);
  });
  return new Set(runs.filter(({ length }) => length > 1).flat());
}

/** Whether it begins with a day of a month, as the languages write it that put a point behind the day. */
function isDay(row: string): boolean {
  const word = /^\s*\d+\.\s+(\p{L}+)(?![\p{L}\p{N}-])/u.exec(row)?.[1];
  return word !== undefined && monthNames().has(word.toLowerCase());
}

let months: ReadonlySet<string> | undefined;

/** The months as they stand behind a day. Asked for once, and only where there may be one: it takes a moment. */
const monthNames = (): ReadonlySet<string> => (months ??= new Set(POINTED.flatMap((language) => {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, at) => format.formatToParts(new Date(Date.UTC(2025, at, 1))).find(({ type }) => type === "month")?.value.toLowerCase() ?? "");
})));

const POINTED = ["de", "de-AT", "da", "nb", "fi", "et", "lv", "is", "cs", "sk", "sl", "hr", "sr", "sr-Latn"];

/** The rows from there on that are quoted to the same depth, without their signs. */
function quotedFrom(rows: readonly string[], at: number): string[] {
  const depth = depthOf(rows[at]);
  if (depth === 0 || isComparison(rows, at)) return [];
  const end = rows.findIndex((row, index) => index > at && depthOf(row) !== depth);
  return rows.slice(at, end < 0 ? rows.length : end).map((row) => row.replace(QUOTED, ""));
}

const depthOf = (row = ""): number => (QUOTED.exec(row)?.[0] ?? "").replace(/[^>]/g, "").length;

/** By itself "> 50 members agreed" is said of a number, and ">" of nothing. */
const isComparison = (rows: readonly string[], at: number): boolean => /^\s*>\s*(?:[\d.,]*\d|$)/.test(rows[at] ?? "") && depthOf(rows[at - 1]) === 0 && depthOf(rows[at + 1]) === 0;

/** Whether a row is so full that the first word of the next had no room in it. */
function fills(before: string, row: string): boolean {
  const { length } = before.trimEnd();
  return length <= WRAPPED.to && length + 1 + (/\S+/.exec(row)?.[0].length ?? 0) > WRAPPED.from;
}
