/** A title as a file may be called on every system; `otherwise` where nothing of it may be. */
export function fileName(title: string, otherwise: string): string {
  const safe = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replace(/\s+/g, " ").trim().replace(/[. ]+$/, "");
  return safe === "" ? otherwise : safe.slice(0, 120);
}
