import type { Node } from "prosemirror-model";
import { EditorState, NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Inline } from "../../api/generated";
import { lastView } from "./fields";
import { fromDoc, schema, toDoc } from "./schema";

/** The footnote that is selected, if one is. */
export function selectedFootnote({ state }: EditorView): Node | undefined {
  const { selection } = state;
  return selection instanceof NodeSelection && selection.node.type.name === "footnote" ? selection.node : undefined;
}

/** The words of a footnote, as they are written in a field. */
export const wordsOf = (footnote: Node): string => wordsIn(toDoc(footnote.attrs["text"] as Inline[])).words;

/** Puts a footnote where the caret stands or last stood; one that is selected says these words instead. */
export function writeFootnote(words: string): void {
  const view = lastView();
  const type = schema.nodes["footnote"];
  if (view === undefined || type === undefined) return;
  const { state } = view;
  const there = selectedFootnote(view);
  const text = there === undefined ? [{ type: "text", text: words }] : reworded(there.attrs["text"] as Inline[], words);
  view.dispatch(state.tr.replaceWith(there === undefined ? state.selection.to : state.selection.from, state.selection.to, type.create({ text })).scrollIntoView());
  view.focus();
}

/** A text that says something else: what is the same keeps its look, and all that stands among its words stays. */
export function reworded(text: readonly Inline[], words: string): Inline[] {
  const { tr, doc } = EditorState.create({ doc: toDoc(text) });
  const { words: before, at } = wordsIn(doc);
  let start = 0;
  while (start < Math.min(before.length, words.length) && before[start] === words[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, words.length) - start && before.at(-1 - end) === words.at(-1 - end)) end += 1;
  const [gone, put] = [before.length - end, words.slice(start, words.length - end)];
  const from = at[start] ?? (at.at(-1) ?? -1) + 1;
  for (let index = gone - 1; index >= start; index -= 1) {
    const place = at[index];
    if (place !== undefined) tr.delete(place, place + 1);
  }
  if (put !== "") tr.insertText(put, from);
  return fromDoc(tr.doc);
}

/** The letters of a text, and the place of each. */
function wordsIn(doc: Node): { words: string; at: number[] } {
  let words = "";
  const at: number[] = [];
  doc.forEach((node, offset) => {
    for (let index = 0; index < (node.text?.length ?? 0); index += 1) at.push(offset + index);
    words += node.text ?? "";
  });
  return { words, at };
}
