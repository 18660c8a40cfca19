import type { NoteId } from "../../api/generated";

// While something is being undone, the note on the screen is not the one that is to be written in: what is typed then would
// bring back what is just going. It is held until the answer has come, for a few hundredths of a second.

const awaited = new Set<NoteId>();
let held = "";

export function beginUndo(note: NoteId): void {
  awaited.add(note);
}

/** Whether the answer was awaited for this note, which is over now. */
export const endUndo = (note: NoteId): boolean => awaited.delete(note);

export const isUndoing = (): boolean => awaited.size > 0;

export function holdLetters(letters: string): void {
  held += letters;
}

export function takeHeld(): string {
  const letters = held;
  held = "";
  return letters;
}
