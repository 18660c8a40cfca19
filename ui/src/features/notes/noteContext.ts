import { createContext, use } from "react";
import type { BlockId, Body, ExcerptRow, LinkChange, Note, Position, SourceRow } from "../../api/generated";
import type { Names } from "../../api/names";
import type { CommentQuestion } from "./CommentDialog";
import type { Edge } from "./fields";
import type { NoteStore } from "./noteStore";
import type { Recast } from "./recast";

/** What else changes when blocks are put in, in the same step. */
export interface Along extends Pick<Recast, "edits" | "gone"> {
  /** That of the last of them: words that come out of a marked block keep its marking. */
  marking?: string | null;
  /** Where in the last of them the caret comes to stand; at its end where nothing is said. */
  edge?: Edge;
}

/** What everything within an open note shares. */
export interface NoteWork {
  note: Note;
  /** Holds the blocks: who shows all of them watches it, the others ask when they need them. */
  store: NoteStore;
  names: Names;
  /** Those that the note quotes or cites. */
  excerpts: ReadonlyMap<string, ExcerptRow>;
  /** Those that the note names, and what has come in their place. */
  positions: ReadonlyMap<string, Position>;
  sources: ReadonlyMap<string, SourceRow>;
  /** What the blocks name is being asked for: of what is not there yet, nobody can say that it is gone. */
  isLooking: boolean;
  /** What has changed behind blocks since the writer looked. */
  changes: ReadonlyMap<BlockId, readonly LinkChange[]>;
  /** Paragraph numbers as printed. */
  numbers: ReadonlyMap<BlockId, string>;
  /** Puts a block in after another and leads the caret there. With nothing to come after, it goes first. */
  insert: (body: Body, after: BlockId | null, along?: Along) => void;
  /** Puts an empty paragraph in before a block; the caret stays where it is. */
  insertAbove: (id: BlockId) => void;
  /** Puts several blocks in, in one step, and leads the caret to the end of the last. */
  insertMany: (bodies: readonly Body[], after: BlockId | null, along?: Along) => void;
  /** Takes a block out and leads the caret to what stood before it. */
  remove: (id: BlockId) => void;
  move: (id: BlockId, by: -1 | 1) => void;
  undo: (command: "undo" | "redo") => void;
  /** Opens the list of blocks to put in, beside `anchor`; `replacing` goes when one is chosen. */
  openInsert: (anchor: Element, after: BlockId | null, replacing: BlockId | undefined) => void;
  /** Opens the list of what can be cited where the caret is. */
  openCite: (anchor: Element) => void;
  /** Asks what the footnote says that is selected, or one that is to stand where the caret is. */
  openFootnote: () => void;
  /** Asks for a comment on a block, or on words of it. */
  openComment: (question: CommentQuestion) => void;
}

export const NoteContext = createContext<NoteWork | undefined>(undefined);

export function useNote(): NoteWork {
  const work = use(NoteContext);
  if (work === undefined) throw new Error("This part stands only within an open note.");
  return work;
}
