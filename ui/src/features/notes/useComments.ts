import { useEffect } from "react";
import type { BlockId, Comment, NoteId } from "../../api/generated";
import { useRead } from "../../api/query";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
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
  const comments = sorted(data);
  const { byBlock } = comments;
  useEffect(() => {
    setRemarks(new Map([...byBlock].map(([block, all]) => [block, all.flatMap(({ words, text, who }) => (words === null ? [] : [{ words, sentence: undefined, title: [who, text].filter((part) => part !== "").join(": ") }]))])));
  }, [byBlock]);
  useEffect(() => () => setRemarks(new Map()), [note]);
  return comments;
}

function sorted(all: readonly Comment[] = []): NoteComments {
  const open = all.filter(({ settled }) => !settled);
  return { open, settled: all.filter(({ settled }) => settled), byBlock: Map.groupBy(open, ({ block }) => block) };
}

/** Leads to what a comment is about: its words where they stand, or its block. */
export function showComment({ block, words }: Comment): void {
  if (document.querySelector(`[data-block="${block}"]`) === null) {
    toast({ text: t("notes.comments.gone") });
    return;
  }
  if (words === null || !selectIn(block, (doc) => flaggedIn(doc, { words, sentence: undefined, title: "" })[0])) focusBlock(block);
}
