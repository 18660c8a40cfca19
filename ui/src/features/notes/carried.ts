import type { EditorView } from "prosemirror-view";
import type { Block, BlockId, Body, Inline } from "../../api/generated";
import { fromDoc, sameText, toDoc } from "./schema";
import { mapTexts, textsOf } from "./texts";

// Selected words on their way to another field, by the browser's own dragging. Each field is an editor of its own and knows
// only of what is dragged within it.

export interface Carried {
  block: BlockId;
  field: string;
  from: number;
  to: number;
  text: Inline[];
  view: EditorView;
}

let carried: Carried | undefined;

/** What is selected begins its way. */
export function takeUp(block: BlockId, field: string, view: EditorView): void {
  const { doc, selection: { from, to } } = view.state;
  carried = { block, field, from, to, text: fromDoc(doc.cut(from, to)), view };
}

/** They are put down, or not: nothing is on its way any more. */
export function letGo(): Carried | undefined {
  const words = carried;
  carried = undefined;
  return words;
}

/**
 * What the blocks say once the words were taken out of the one text and stand in the other; nothing where they do not stand
 * there any more, or where the block has no such text yet.
 */
export function carriedOver({ block: origin, field, from, to, text }: Omit<Carried, "view">, into: { block: Block; field: string; at: number }, blockOf: (id: BlockId) => Block | undefined): { id: BlockId; body: Body }[] | undefined {
  const there = blockOf(origin);
  const whole = there === undefined ? undefined : textOf(there.body, field);
  const target = textOf(into.block.body, into.field);
  if (there === undefined || whole === undefined || target === undefined || !sameText(fromDoc(toDoc(whole).cut(from, to)), text)) return undefined;
  const cut = withText(there.body, field, around(whole, from, to).flat());
  const [before, after] = around(target, into.at);
  const put = [...before, ...text, ...after];
  if (origin === into.block.id) return [{ id: origin, body: withText(cut, into.field, put) }];
  return [{ id: origin, body: cut }, { id: into.block.id, body: withText(into.block.body, into.field, put) }];
}

/** What stands in a text before a place, or a stretch, and behind it. */
function around(text: readonly Inline[], from: number, to = from): [Inline[], Inline[]] {
  const doc = toDoc(text);
  return [fromDoc(doc.cut(0, from)), fromDoc(doc.cut(to))];
}

const textOf = (body: Body, field: string) => textsOf(body).find((one) => one.field === field)?.text;
const withText = (body: Body, field: string, text: Inline[]): Body => mapTexts(body, (old, name) => (name === field ? text : [...old]));
