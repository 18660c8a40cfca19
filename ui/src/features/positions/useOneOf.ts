import type { Args } from "../../api/client";
import type { Change, Contradiction, Stale } from "../../api/generated";
import { useRead } from "../../api/query";

/** How many are read at a time. */
const STRETCH = 100;

interface Lists {
  stale_list: Stale;
  contradiction_list: Contradiction;
  change_list: Change;
}

/** What is asked of a list beside the stretch. */
type Ask<L extends keyof Lists> = Omit<Args<L>, "from" | "limit" | "position">;

/** The stretch of a long list that holds the one at that place. Rows of a stretch share one reading. */
export function useStretch<L extends keyof Lists>(list: L, index: number, ask: Ask<L>): readonly Lists[L][] | undefined {
  const from = index - (index % STRETCH);
  return useRead(list, { ...ask, from, limit: STRETCH }).data as readonly Lists[L][] | undefined;
}

/** The one at that place of a long list; undefined until its stretch is read. */
export function useOneOf<L extends keyof Lists>(list: L, index: number, ask: Ask<L>): Lists[L] | undefined {
  return useStretch(list, index, ask)?.[index % STRETCH];
}
