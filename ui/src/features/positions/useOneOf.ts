import type { Contradiction, Stale } from "../../api/generated";
import { useRead } from "../../api/query";

/** How many are read at a time. */
const STRETCH = 100;

interface Lists {
  stale_list: Stale;
  contradiction_list: Contradiction;
}

/** The stretch of a long list that holds the one at that place. Rows of a stretch share one reading. */
export function useStretch<L extends keyof Lists>(list: L, index: number): readonly Lists[L][] | undefined {
  const from = index - (index % STRETCH);
  return useRead(list, { from, limit: STRETCH }).data as readonly Lists[L][] | undefined;
}

/** The one at that place of a long list; undefined until its stretch is read. */
export function useOneOf<L extends keyof Lists>(list: L, index: number): Lists[L] | undefined {
  return useStretch(list, index)?.[index % STRETCH];
}
