import type { Node } from "prosemirror-model";
import { NodeSelection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { BlockId } from "../../api/generated";
import { createStore, useStore } from "../../lib/store";
import type { Range } from "./flags";

// Every text field of the open note, by its block and its name within it: so that a key in one can lead to another,
// also to one that is only about to appear, and so that the tray knows where the caret stood.

/** Where in a field: a number is so many letters before its end. */
export type Edge = "start" | "end" | number;

const views = new Map<string, EditorView>();
const last = createStore<{ block: BlockId; field: string } | undefined>(undefined);
let wanted: { block: BlockId; field: string | undefined; edge: Edge } | undefined;

const keyOf = (block: BlockId, field: string) => `${block}/${field}`;

/** The field the caret is in, or was in last. */
export const useLastField = (): { block: BlockId; field: string } | undefined => useStore(last);
export const lastField = last.get;
export const watchField = last.watch;

export function lastView(): EditorView | undefined {
  const at = last.get();
  return at === undefined ? undefined : views.get(keyOf(at.block, at.field));
}

export function enterField(block: BlockId, field: string): void {
  const before = last.get();
  if (before?.block !== block || before.field !== field) last.set({ block, field });
}

// The block at the top of what is seen of the editor, for the pages beside it.
const top = createStore<BlockId | undefined>(undefined);
export const watchTop = top.watch;
export const topBlock = top.get;

/** Looks which block stands at the top of the editor now that it was scrolled. */
export function lookAtTop(editor: HTMLElement, tries = 3): void {
  const { left, top: upper, width } = editor.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, upper + 28)?.closest<HTMLElement>("[data-block]")?.dataset["block"];
  if (seen !== undefined) top.set(seen);
  // A part that has only just come into sight is there with the next frame.
  else if (tries > 0) requestAnimationFrame(() => lookAtTop(editor, tries - 1));
}

export function forgetFields(): void {
  last.set(undefined);
  top.set(undefined);
  wanted = undefined;
}

/** Makes a field known; focuses it if something waits for it. Returns how to forget it. */
export function registerField(block: BlockId, field: string, view: EditorView): () => void {
  const key = keyOf(block, field);
  views.set(key, view);
  if (wanted?.block === block && (wanted.field === undefined || wanted.field === field)) {
    const { edge } = wanted;
    wanted = undefined;
    caretTo(view, edge);
  }
  return () => {
    if (views.get(key) === view) views.delete(key);
    const at = last.get();
    if (at?.block !== block || at.field !== field) return;
    // The caret was in it: it stays where the field is drawn anew, else it goes to what is left of the block.
    const behind = lettersBehind(view);
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const again = views.get(key);
      if (again === undefined) focusEnd(block);
      else caretTo(again, behind);
    });
  };
}

/** Leads the caret to a field, now or as soon as it is there. Without `field`, to the first of the block. */
export function focusField(block: BlockId, field?: string, edge: Edge = "start"): void {
  const view = field === undefined ? views.get([...views.keys()].find((key) => key.startsWith(`${block}/`)) ?? "") : views.get(keyOf(block, field));
  if (view === undefined) wanted = { block, field, edge };
  else caretTo(view, edge);
}

/** Leads the caret to the end of a block's last field. Returns whether it has one. */
export function focusEnd(block: BlockId): boolean {
  const elements = document.querySelectorAll<HTMLElement>(`[data-block="${block}"] [data-note-field]`);
  const view = [...views.values()].find(({ dom }) => dom === elements[elements.length - 1]);
  if (view !== undefined) caretTo(view, "end");
  return view !== undefined;
}

/** How to lead the caret back to where it stands in a block, once that has been drawn anew; nothing where it is elsewhere. */
export function caretIn(block: BlockId): (() => void) | undefined {
  const [at, view] = [last.get(), lastView()];
  if (at?.block !== block || view === undefined) return undefined;
  const behind = lettersBehind(view);
  return () => focusField(block, at.field, behind);
}

/** How far the caret stands before the end. */
const lettersBehind = ({ state: { doc, selection } }: EditorView): number => doc.content.size - selection.head;

/** Selects the first words of a block that `find` finds, and leads the caret there. Returns whether there were any. */
export function selectIn(block: BlockId, find: (doc: Node) => Range | undefined): boolean {
  for (const [key, view] of views) {
    if (!key.startsWith(`${block}/`)) continue;
    const range = find(view.state.doc);
    if (range === undefined) continue;
    selectRange(view, range);
    return true;
  }
  return false;
}

/** Selects a stretch of a named field. */
export function selectField(block: BlockId, field: string, range: Range): void {
  const view = views.get(keyOf(block, field));
  if (view !== undefined) selectRange(view, range);
}

function selectRange(view: EditorView, { from, to, isAtom }: Range): void {
  const { doc } = view.state;
  const select = () => view.dispatch(view.state.tr.setSelection(isAtom ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to)).scrollIntoView());
  view.dom.closest("[data-block]")?.scrollIntoView({ block: "nearest" });
  view.focus();
  select();
}

/** The field before or after this one, as they stand on the screen. */
export function leaveField(view: EditorView, direction: -1 | 1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-note-field]")];
  const next = all[all.indexOf(view.dom) + direction];
  const target = [...views.values()].find((other) => other.dom === next);
  if (target === undefined) return false;
  caretTo(target, direction < 0 ? "end" : "start");
  return true;
}

/** Leads the caret to what a field says at a point of what is seen of the editor. Returns whether there is a field. */
export function caretAtPoint(editor: HTMLElement, left: number, top: number): boolean {
  const field = document.elementFromPoint(left, top)?.closest("[data-note-field]");
  const view = field == null || !editor.contains(field) ? undefined : [...views.values()].find(({ dom }) => dom === field);
  if (view === undefined) return false;
  const at = view.posAtCoords({ left, top })?.pos ?? 0;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
  view.focus();
  return true;
}

function caretTo(view: EditorView, edge: Edge): void {
  const { size } = view.state.doc.content;
  const at = edge === "start" ? 0 : Math.max(0, size - (edge === "end" ? 0 : edge));
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
  view.focus();
  view.dom.scrollIntoView({ block: "nearest" });
}
