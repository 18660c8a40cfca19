import type { Block, BlockId, Body, ComingBlock } from "../../api/generated";

/** What one act of the writer does to several blocks: one step to undo. */
export interface Recast {
  /** What blocks say now. */
  edits?: readonly { id: BlockId; body: Body }[];
  /** Blocks that come, after `after`, or first. */
  blocks?: readonly Block[];
  after?: BlockId | null;
  /** Blocks that go. */
  gone?: readonly BlockId[];
}

/** A block as the core takes it. */
export const coming = ({ id, body, marking }: Block): ComingBlock => ({ id, body, ...(marking === null ? {} : { marking }) });

/** The same with every block under the name it has by now. */
export function wherePut({ edits = [], blocks = [], after = null, gone = [] }: Recast, here: (id: BlockId) => BlockId) {
  return { edits: edits.map(({ id, body }) => ({ id: here(id), body })), blocks, after: after === null ? null : here(after), gone: gone.map(here) };
}

/** The blocks as they are after such an act. */
export function recastBlocks(there: readonly Block[], { edits = [], blocks = [], after = null, gone = [] }: Recast): Block[] {
  const said = new Map(edits.map(({ id, body }) => [id, body]));
  const edited = there.map((block) => (said.has(block.id) ? { ...block, body: said.get(block.id) ?? block.body } : block));
  return placed(edited, blocks, after).filter(({ id }) => !gone.includes(id));
}

export const without = (blocks: readonly Block[], id: BlockId) => blocks.filter((block) => block.id !== id);

export function placed(blocks: readonly Block[], added: readonly Block[], after: BlockId | null): Block[] {
  const at = after === null ? 0 : blocks.findIndex((one) => one.id === after) + 1;
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
}

/** The block right before the place that lay after `after` when the blocks were `then`: where that one is gone, what is left beside it says. */
export function nearest(after: BlockId | null, then: readonly BlockId[], now: readonly BlockId[]): BlockId | null {
  if (after === null) return null;
  const place = then.indexOf(after);
  const isThere = (id: BlockId) => now.includes(id);
  const before = then.slice(0, place + 1).findLast(isThere);
  const next = place < 0 ? undefined : then.slice(place + 1).find(isThere);
  return before ?? (next === undefined ? now.at(-1) : now[now.indexOf(next) - 1]) ?? null;
}

/** Blocks as they were read, with those of `own` as they are shown here: each in its place, or behind what it stands behind. */
export function withOwn(read: readonly Block[], shown: readonly Block[], own: ReadonlySet<BlockId>): readonly Block[] {
  if (own.size === 0) return read;
  return shown.reduce<readonly Block[]>((blocks, block, index) => {
    if (!own.has(block.id)) return blocks;
    const isThere = blocks.some(({ id }) => id === block.id);
    return isThere ? blocks.map((one) => (one.id === block.id ? { ...one, body: block.body } : one)) : placed(blocks, [block], shown[index - 1]?.id ?? null);
  }, read);
}
