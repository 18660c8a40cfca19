/** The place of notes. */
export function NotesPlace() {
  return null;
}
