import type { Block, BlockId } from "../../api/generated";
import { saysNothing } from "./kinds";
import { textsOf } from "./texts";

/** The block to begin with: one that waits to be filled in, with nothing before it but headings and what the program draws. */
export function firstToFill(blocks: readonly Block[]): BlockId | undefined {
  const first = blocks.find((block) => saysNothing(block.body) || isWritten(block));
  return first !== undefined && saysNothing(first.body) ? first.id : undefined;
}

const isWritten = ({ body }: Block): boolean => body.kind !== "heading" && textsOf(body).some(({ field, text }) => field !== "caption" && field !== "label" && text.length > 0);
