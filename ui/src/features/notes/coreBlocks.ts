import type { Block, BlockId, Body, ChangedBlock, GoneBlock } from "../../api/generated";

/** What the core holds of a note, as far as is known here: what the writer saw goes with each change, so that nobody writes over another's words. */
export interface CoreBlocks {
  /** Takes over what was read; of those whose words were refused, the writer still sees their own. */
  adopt: (blocks: readonly Block[], refused: ReadonlySet<BlockId>) => void;
  /** A block as the core keeps it by now: it may have put the words in order. */
  reached: (block: Block) => void;
  /** Whether what was read is older than what was written here since. */
  isOlder: (blocks: readonly Block[]) => boolean;
  editOf: (id: BlockId, body: Body) => ChangedBlock;
  goneOf: (id: BlockId) => GoneBlock;
  /** Under which name a block's words written here stand, until the note is read anew: somebody else may have changed it. */
  here: (id: BlockId) => BlockId;
  standsAs: (theirs: BlockId, own: BlockId) => void;
  /** What is held is not known any more. */
  forget: () => void;
}

export function coreBlocks(): CoreBlocks {
  const held = new Map<BlockId, Body>();
  // Written here since the last reading: one that has other words of them may be older.
  const ours = new Set<BlockId>();
  const moved = new Map<BlockId, BlockId>();
  const seen = (id: BlockId) => {
    const was = held.get(id);
    return was === undefined ? {} : { was };
  };
  const here = (id: BlockId): BlockId => {
    const next = moved.get(id);
    return next === undefined ? id : here(next);
  };
  return {
    adopt: (blocks, refused) => {
      ours.clear();
      moved.clear();
      for (const id of held.keys()) if (!refused.has(id)) held.delete(id);
      for (const { id, body } of blocks) if (!refused.has(id) || !held.has(id)) held.set(id, body);
    },
    reached: ({ id, body }) => {
      held.set(id, body);
      ours.add(id);
    },
    isOlder: (blocks) => blocks.some(({ id, body }) => ours.has(id) && JSON.stringify(body) !== JSON.stringify(held.get(id))),
    editOf: (id, body) => ({ id, body, ...seen(id) }),
    goneOf: (id) => ({ id, ...seen(id) }),
    here,
    standsAs: (theirs, own) => {
      held.delete(theirs);
      moved.set(theirs, own);
    },
    forget: () => held.clear(),
  };
}
