/** A run of letters where it is seen on a page, in points; its own letters stand in the order in which they are read. */
export interface SeenRun {
  str: string;
  left: number;
  width: number;
  /** Whether its line lies level; of others the places tell nothing of the order. */
  isLevel: boolean;
  /** Whether its line ends with it. */
  hasEOL: boolean;
}

/**
 * The runs of a page in the order in which they are read. A document may draw those of a line that is written from right to left
 * in any order, and most draw them from left to right. Other lines stay as they were drawn.
 */
export function inReadingOrder<R extends SeenRun>(runs: readonly R[]): R[] {
  const ordered: R[] = [];
  let line: R[] = [];
  const end = () => {
    ordered.push(...lineInOrder(line));
    line = [];
  };
  for (const run of runs) {
    line.push(run);
    if (run.hasEOL) end();
  }
  end();
  return ordered;
}

function lineInOrder<R extends SeenRun>(line: readonly R[]): readonly R[] {
  if (!line.some(({ str }) => RIGHT_TO_LEFT.test(str)) || !line.every(({ isLevel }) => isLevel)) return line;
  const isTurned = isReadFromRight(line.map(({ str }) => str).join(""));
  // By their middles: half of a double letter may have no width of its own, and stands at the left edge of the other half.
  const seen = line.filter(({ str }) => str !== "").toSorted((a, b) => b.left + b.width / 2 - (a.left + a.width / 2));
  const stretches = stretchesOf(seen, isTurned).map(({ isTurned: fromRight, runs }) => (fromRight ? runs : runs.toReversed()));
  const words = (isTurned ? stretches : stretches.toReversed()).flat();
  const all = [...words, ...line.filter(({ str }) => str === "")];
  return all.map((run, at) => ({ ...run, hasEOL: at === all.length - 1 && line.some(({ hasEOL }) => hasEOL) }));
}

/**
 * The stretches of one direction each, from right to left. What has no direction of its own, such as a space, goes with its
 * neighbours, or as the line does between two that differ.
 */
function stretchesOf<R extends SeenRun>(seen: readonly R[], isLineTurned: boolean): { isTurned: boolean; runs: R[] }[] {
  const own = seen.map(({ str }) => (RIGHT_TO_LEFT.test(str) ? true : LETTER_OR_FIGURE.test(str) ? false : undefined));
  const stretches: { isTurned: boolean; runs: R[] }[] = [];
  seen.forEach((run, at) => {
    const before = own.slice(0, at).findLast((each) => each !== undefined);
    const after = own.slice(at).find((each) => each !== undefined);
    const isTurned = own[at] ?? (before === after ? before : undefined) ?? isLineTurned;
    const last = stretches.at(-1);
    if (last?.isTurned === isTurned) last.runs.push(run);
    else stretches.push({ isTurned, runs: [run] });
  });
  return stretches;
}

/** A third of a line's letters are enough, as names stay as they are. The source's text was read by the same rule. */
function isReadFromRight(words: string): boolean {
  const fromRight = [...words].filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
  const others = [...words].filter((letter) => LETTER.test(letter)).length - fromRight;
  return fromRight * 2 >= others;
}

const LETTER = /\p{L}/u;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;

/** Letters of scripts written from right to left; their figures are read from left to right. */
const RIGHT_TO_LEFT = /(?![\u0660-\u0669\u06f0-\u06f9])[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}]/u;
