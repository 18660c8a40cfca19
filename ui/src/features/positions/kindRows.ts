import type { ContradictionKind, KindCount } from "../../api/generated";

/** A row of what does not agree: the head of a kind, or the one at that place in the whole list. */
export type KindRow = { kind: ContradictionKind; count: number } | { place: number };

/** How many rows there are: all of them, and a head over each kind. */
export const rowsOf = (kinds: readonly KindCount[]): number => kinds.reduce((sum, { count }) => sum + count + 1, 0);

/** What stands in that row. */
export function rowAt(kinds: readonly KindCount[], row: number): KindRow | undefined {
  let [left, place] = [row, 0];
  for (const { kind, count } of kinds) {
    if (left === 0) return { kind, count };
    if (left <= count) return { place: place + left - 1 };
    left -= count + 1;
    place += count;
  }
  return undefined;
}
