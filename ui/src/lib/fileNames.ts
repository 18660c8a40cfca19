/** A title as a file may be called on every system; `otherwise` where nothing of it may be. */
export function fileName(title: string, otherwise: string): string {
  const safe = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replace(/\s+/g, " ").trim().replace(/[. ]+$/, "");
  return safe === "" ? otherwise : safe.slice(0, 120);
}

/** The ending of a file's name: a dot and letters, and no number such as that of a version. */
const ENDING = /(?<=[^.])\.[a-z][a-z0-9]{0,11}$/i;

/** A file's own name as a title: without folders and without its ending. */
export function titleFrom(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(ENDING, "");
}
