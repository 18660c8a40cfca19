import type { CitationTarget } from "../../api/generated";
import { lastView } from "./fields";
import { schema } from "./schema";

/** Puts a citation where the caret stands or last stood; beside another it joins that one. Returns whether there was a place. */
export function cite(target: CitationTarget): boolean {
  const view = lastView();
  const type = schema.nodes["citation"];
  if (view === undefined || type === undefined) return false;
  const { state } = view;
  const { from, to, $from } = state.selection;
  const before = $from.nodeBefore;
  const joined = before?.type === type && from === to ? (before.attrs["targets"] as CitationTarget[]) : [];
  if (!joined.some((one) => one.to === target.to && one.id === target.id)) {
    const node = type.create({ targets: [...joined, target] });
    const start = joined.length > 0 ? from - 1 : to;
    view.dispatch(state.tr.replaceWith(start, joined.length > 0 ? from : to, node).scrollIntoView());
  }
  view.focus();
  return true;
}
