/** Every step, and the way back. */
export const history = {
  title: "History",
  undoToHere: "Undo to here",
  redoToHere: "Redo to here",
  undone: "undone",
  dropped: "left behind by a later step",
  quiet: "kept whatever is undone",
  now: "You are here",
  begin: "The dossier as it was created",
  beforeAll: "Undo everything",
  by: "by {who}",
  empty: "Nothing has been done yet",
  emptyText: "Each thing you do appears here with its name, and can be taken back, also after a restart.",
  more: "Show earlier steps",
  wentBack: "Went back to: {step}.",
  hint: "Undo and redo work across restarts. A step that would overwrite later work is refused, not forced.",
} as const;
