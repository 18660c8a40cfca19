import type { NoteId } from "../../api/generated";

// While something is being undone, the note on the screen is not the one that is to be written in: what is typed then would
// bring back what is just going. It is held until the answer has come, for a few hundredths of a second.

const awaited = new Map<NoteId, { asked: number; isAnswered: boolean }>();
let count = 0;
let held = "";

/** Begins to hold letters; answers with what tells this undo from others. */
export function beginUndo(note: NoteId): number {
  awaited.set(note, { asked: ++count, isAnswered: false });
  return count;
}

/** The core has undone it: whoever reads the note from now on reads what is left. */
export function answerUndo(note: NoteId, undo: number): void {
  if (awaited.get(note)?.asked === undo) awaited.set(note, { asked: undo, isAnswered: true });
}

/** The last undo, if the core has answered it: what was read before shows nothing of it. */
export function answeredUndo(note: NoteId): number | undefined {
  const last = awaited.get(note);
  return last?.isAnswered === true ? last.asked : undefined;
}

/** Whether it was still awaited for this note, which is over now. */
export const endUndo = (note: NoteId, undo: number | undefined): boolean => awaited.get(note)?.asked === undo && awaited.delete(note);

export const isUndoing = (): boolean => awaited.size > 0;

export function holdLetters(letters: string): void {
  held += letters;
}

export function takeHeld(): string {
  const letters = held;
  held = "";
  return letters;
}
