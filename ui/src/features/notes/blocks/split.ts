import type { Block } from "../../../api/generated";
import type { NoteWork } from "../noteContext";
import { sameText } from "../schema";
import type { BodyOf, Text } from "./bodies";

/**
 * Enter in a paragraph or a heading: what stands behind the caret comes into a paragraph of its own, under the marking it
 * had. In front of all of the words it makes room above, and the block stays what it is.
 */
export function split({ insert, insertAbove }: NoteWork, block: Block, body: BodyOf<"paragraph" | "heading">, before: Text, after: Text): void {
  const isParagraph = body.kind === "paragraph";
  const isWhole = sameText(after, body.text);
  if (after.length > 0 && isWhole && !(isParagraph && body.lead.length > 0)) {
    insertAbove(block.id);
    return;
  }
  const isSame = after.length === 0 && sameText(before, body.text);
  insert({ kind: "paragraph", level: isParagraph ? body.level : 1, lead: [], text: after }, block.id, {
    edits: isSame ? [] : [{ id: block.id, body: { ...body, text: before } }],
    marking: after.length > 0 ? block.marking : null,
  });
}
