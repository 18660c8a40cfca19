import type { Block, BlockId } from "../../api/generated";
import { toDoc } from "./schema";
import { textChange } from "./textChange";
import { textsOf } from "./texts";

/** Where a note says something else than before: in a text, so many letters before its end, or in a block as a whole. */
export interface Changed {
  block: BlockId;
  text?: { field: string; behind: number };
}

/** The first place where a note says something else; nothing where blocks only went or moved. */
export function firstChange(before: readonly Block[], after: readonly Block[]): Changed | undefined {
  const were = new Map(before.map((block) => [block.id, block.body]));
  for (const { id, body } of after) {
    const was = were.get(id);
    if (was === body) continue;
    if (was === undefined) return { block: id };
    const texts = new Map(textsOf(was).map(({ field, text }) => [field, text]));
    for (const { field, text } of textsOf(body)) {
      const [then, now] = [toDoc(texts.get(field) ?? []), toDoc(text)];
      const change = textChange(then, now);
      if (change !== undefined) return { block: id, text: { field, behind: now.content.size - change.until } };
    }
  }
  return undefined;
}
