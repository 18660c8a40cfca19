import type { Line } from "./pasted";

// Plain text has its structure in its signs: empty rows between paragraphs, a dash before a point, ">" before what a mail quotes.

const POINT = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s+/;
const QUOTED = /^(?:[ \t]*>)+[ \t]?/;

/** A row as wrapped by a mail program is about so many letters long. */
const WRAPPED = { from: 64, to: 100 };

interface Read {
  as: "paragraph" | "item" | "quote";
  words: string;
}

/** The lines of plain text: paragraphs by empty rows where there are any, else by row; points and quotations by their signs. */
export function linesOfText(plain: string): Line[] {
  const text = plain.replace(/\r\n?/g, "\n").trim();
  const hasGaps = /\n[ \t]*\n/.test(text);
  return readRows(text.split("\n"), () => hasGaps).map(({ as, words }) => ({ as, text: [{ type: "text", text: words }] }));
}

/** `goesOn` tells whether a row of a paragraph goes on from the one before it. */
function readRows(rows: readonly string[], goesOn: (before: string, row: string) => boolean): Read[] {
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
    // A dash after a full row may stand within a sentence.
    else if (POINT.test(row) && (open?.as === "item" || POINT.test(next) || !fills(before, row) || /[.:;!?]$/.test(before))) begin("item", row.replace(POINT, ""));
    else if (open !== undefined && (open.as === "item" ? /^\s/.test(row) || fills(before, row) : goesOn(before, row))) open.words += ` ${row.trim()}`;
    else begin("paragraph", row);
  }
  return read;
}

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
