import type { BlockId, Inline } from "../../../api/generated";
import { createStore, useStorePart } from "../../../lib/store";
import { focusField, lastField, watchField } from "../fields";

// A paragraph whose bold opening is open to be written while it has no words: the note itself knows only openings that say something.

const open = createStore<BlockId | undefined>(undefined);

export const useLeadOpen = (block: BlockId): boolean => useStorePart(open, (id) => id === block);

/** Keeps the field of the opening there, with or without words. */
export const keepLead = (block: BlockId): void => open.set(block);

/** Opens the field and leads the caret there. */
export function openLead(block: BlockId): void {
  keepLead(block);
  focusField(block, "lead");
}

/** An opening and its text as one. They are printed apart, so a space comes between where neither has one. */
export function withLead(lead: readonly Inline[], text: readonly Inline[]): Inline[] {
  const [last, first] = [lead.at(-1), text[0]];
  const areApart = last === undefined || first === undefined || (last.type === "text" && /\s$/.test(last.text)) || (first.type === "text" && /^\s/.test(first.text));
  return areApart ? [...lead, ...text] : [...lead, { type: "text", text: " " }, ...text];
}

// It closes when the caret has gone to another field; a list that opens over it takes only the focus.
watchField(() => {
  const at = lastField();
  if (open.get() !== undefined && (at?.block !== open.get() || at?.field !== "lead")) open.set(undefined);
});
