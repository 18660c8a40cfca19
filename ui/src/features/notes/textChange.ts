import type { Node } from "prosemirror-model";

/** Where two texts differ: what stands from `from` to `to` in the one stands from `from` to `until` in the other. */
export interface TextChange {
  from: number;
  to: number;
  until: number;
  /** How much further to the front the same could have happened: a second "t" may stand before or after the first. */
  slack: number;
}

export function textChange(before: Node, after: Node): TextChange | undefined {
  const from = before.content.findDiffStart(after.content);
  if (from === null) return undefined;
  const end = before.content.findDiffEnd(after.content) ?? { a: before.content.size, b: after.content.size };
  // In "aa" to "aaa" the two ends overlap: what is the same is counted once.
  const slack = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: end.a + slack, until: end.b + slack, slack };
}
