import { memo, useState } from "react";
import type { Block, BlockId, Body, Comment } from "../../api/generated";
import { listKeeper, useStorePart } from "../../lib/store";
import { BlockFrame } from "./BlockFrame";
import styles from "./BlockFrame.module.css";
import { useNote } from "./noteContext";
import { blockIn } from "./noteStore";
import { plain } from "./schema";
import { textsOf } from "./texts";
import type { NoteChecks } from "./useChecks";

/**
 * Some of a note's blocks, one after the other. React looks at every sibling of what it draws, and the browser at everything
 * whose drawing it may leave out: so the blocks of a long note are not all siblings, and are left out by parts.
 */
export const Part = memo(function Part({ ids, checks, comments }: { ids: readonly BlockId[]; checks: NoteChecks["byBlock"]; comments: ReadonlyMap<BlockId, readonly Comment[]> }) {
  const { store } = useNote();
  // Watched once for all of them: at each key everybody who watches is asked.
  const [kept] = useState(() => listKeeper<Block | undefined>());
  const blocks = useStorePart(store, (state) => kept(ids.map((id) => blockIn(state, id))));
  const first = useStorePart(store, ({ places }) => places.get(ids[0] ?? "") ?? 0);
  // Asked once: as soon as it has been seen, the browser knows its height.
  const [height] = useState(() => ids.reduce((sum, id) => sum + likelyHeight(blockIn(store.get(), id)?.body), 0));
  return (
    <div className={styles["part"]} style={{ containIntrinsicBlockSize: `auto ${String(height)}px` }}>
      {ids.map((id, at) => {
        const block = blocks[at];
        // It was taken out, and the list is about to be drawn without it.
        return block !== undefined && <BlockFrame key={id} block={block} index={first + at} checks={checks.get(id)} comments={comments.get(id)} />;
      })}
    </div>
  );
});

/** How high a block is likely to be while nobody has seen it, in pixels, so that the scroll bar tells the truth. */
function likelyHeight(body: Body | undefined): number {
  const letters = body === undefined ? [] : textsOf(body).map(({ text }) => plain(text).length);
  const lines = letters.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / LETTERS)), 0);
  return Math.max(1, lines) * LINE + GAP;
}

/** As many letters a line holds in a window of usual width, its height, and the room between two blocks. */
const LETTERS = 68;
const LINE = 26;
const GAP = 8;
