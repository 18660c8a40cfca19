import { Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Inline } from "../../api/generated";
import { pastedLines } from "./clipboard";
import type { Line } from "./pasted";
import { LINE_END, toDoc } from "./schema";

/**
 * Takes in what was pasted, or dropped at a place. One line goes where the caret is; of several `take` decides, which tells
 * whether it has taken them. Returns whether there was anything from elsewhere: from this editor all comes along as it is.
 */
export function takeIn(view: EditorView, event: Event, data: DataTransfer | null, take: (lines: readonly Line[], view: EditorView) => boolean, at?: number): boolean {
  const lines = pastedLines(data);
  if (lines === undefined) return false;
  event.preventDefault();
  if (lines === "refused") return true;
  const [first, ...rest] = lines;
  // A picture alone, or nothing but spaces: what is selected stays.
  if (first === undefined) return true;
  if (at !== undefined) putCaret(view, at);
  const isAlone = rest.length === 0 && first.as === "paragraph";
  if (isAlone || !take(lines, view)) insertText(view, lines.flatMap(({ text }, index) => (index === 0 ? text : [LINE_END, ...text])));
  return true;
}

/** Puts a text where the selection is. */
export function insertText(view: EditorView, text: readonly Inline[]): void {
  view.dispatch(view.state.tr.replaceSelection(new Slice(toDoc(text).content, 0, 0)).scrollIntoView());
}

export function putCaret(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
  view.focus();
}
