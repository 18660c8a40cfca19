/** The portion mark of a marking: OFFICIAL-SENSITIVE is O-S. The Traffic Light Protocol forbids shortening its own. */
export function portionMark(marking: string): string {
  if (marking.startsWith("TLP:")) return marking;
  const latin = marking.split("/")[0] ?? marking;
  return latin.replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0)).replace(/\s+/g, "");
}
