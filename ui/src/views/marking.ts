import type { SourceRow } from "../api/generated";

/** The highest marking of the dossier and its sources. `ranked` is the scheme, lowest first; a label it does not know wins. */
export function highestMarking(ranked: readonly string[], own: string | null, sources: readonly SourceRow[]): string | undefined {
  const present = [own, ...sources.map(({ source }) => source.marking)].filter((marking) => marking !== null);
  const rank = (marking: string) => (ranked.includes(marking) ? ranked.indexOf(marking) : ranked.length);
  return present.sort((a, b) => rank(b) - rank(a))[0];
}
