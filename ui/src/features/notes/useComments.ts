import { useEffect } from "react";
import type { BlockId, Comment, NoteId } from "../../api/generated";
import { useRead } from "../../api/query";
import { selectIn } from "./fields";
import { flaggedIn, setRemarks } from "./flags";
import { focusBlock } from "./useOpenNote";

export interface NoteComments {
  /** What is not dealt with yet. */
  open: readonly Comment[];
  settled: readonly Comment[];
  /** What is not dealt with yet, by the block it is about. */
  byBlock: ReadonlyMap<BlockId, readonly Comment[]>;
}

/** What was remarked on a note's blocks. No copy of the note carries any of it. */
export function useComments(note: NoteId): NoteComments {
  const { data } = useRead("comment_list", { id: note }, { hold: true });
  const open = (data ?? []).filter(({ settled }) => !settled);
  const byBlock = Map.groupBy(open, ({ block }) => block);
  useEffect(() => {
    setRemarks(new Map([...byBlock].map(([block, comments]) => [block, comments.flatMap(({ words, text, who }) => (words === null ? [] : [{ words, sentence: undefined, title: `${who}: ${text}` }]))])));
    // The map follows from what was read.
  }, [data]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => () => setRemarks(new Map()), [note]);
  return { open, settled: (data ?? []).filter(({ settled }) => settled), byBlock };
}

/** Leads to what a comment is about: its words where they stand, or its block. */
export function showComment({ block, words }: Comment): void {
  if (words === null || !selectIn(block, (doc) => flaggedIn(doc, { words, sentence: undefined, title: "" })[0])) focusBlock(block);
}
