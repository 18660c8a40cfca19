import type { Evidence, PartialDate } from "../../api/generated";
import { useRead } from "../../api/query";

/** The day of the latest source that a position rests on, if any of them has one: what it tells of was by then. */
export function useToldOn(evidence: readonly Evidence[]): PartialDate | undefined {
  const among = evidence.map(({ excerpt }) => excerpt);
  const excerpts = useRead("excerpt_list", among.length === 0 ? undefined : { among }, { hold: true }).data ?? [];
  const sources = useRead("source_list", {}).data ?? [];
  const its = new Set(among.length === 0 ? [] : excerpts.map(({ excerpt }) => excerpt.source));
  return sources.flatMap(({ source }) => (its.has(source.id) && source.published !== null ? [source.published] : [])).toSorted().at(-1);
}
