import { useEffect } from "react";
import type { BlockId, Check, NoteId } from "../../api/generated";
import { useRead } from "../../api/query";
import { oneAtATime } from "../../lib/turns";
import { selectIn } from "./fields";
import { flaggedIn, setFlags, type Flag } from "./flags";
import { focusBlock } from "./useOpenNote";
import type { ShownPages } from "./usePages";

export interface NoteChecks {
  /** What is to be looked at. */
  open: readonly Check[];
  /** What somebody lets stand, with the reason. */
  waived: readonly Check[];
  /** What is to be looked at, by the block it is about. */
  byBlock: ReadonlyMap<BlockId, readonly Check[]>;
}

/** Whether the note says something else than was cleared: its pages say DRAFT then, whoever lets that stand. */
export const isChangedSinceClearance = ({ open, waived }: NoteChecks): boolean => [...open, ...waived].some(({ kind }) => kind === "changed_since_clearance");

const turns = oneAtATime<Check[]>();

/** What the checks point out in the note as it stands, and what the pages cannot print. */
export function useChecks(note: NoteId, shown: ShownPages | undefined): NoteChecks {
  const pages = shown === undefined ? undefined : Math.max(0, ...shown.places.map(({ page }) => page + 1));
  const { data } = useRead("note_checks", pages === undefined ? undefined : { note, pages }, { hold: true, turns, patient: true });
  const checks = sorted(data, shown?.printing);
  const { byBlock } = checks;
  useEffect(() => {
    setFlags(new Map([...byBlock].map(([block, found]) => [block, found.flatMap(flagOf)])));
  }, [byBlock]);
  useEffect(() => () => setFlags(new Map()), [note]);
  return checks;
}

function sorted(found: readonly Check[] = [], printing: readonly Check[] = []): NoteChecks {
  const all = [...found, ...printing];
  const open = all.filter(({ waived }) => waived === null);
  const byBlock = new Map<BlockId, Check[]>();
  for (const check of open) {
    if (check.block === null) continue;
    const there = byBlock.get(check.block);
    if (there === undefined) byBlock.set(check.block, [check]);
    else there.push(check);
  }
  return { open, waived: all.filter(({ waived }) => waived !== null), byBlock };
}

function flagOf({ words, sentence, message }: Check): Flag[] {
  return words === null ? [] : [{ words, sentence: sentence ?? undefined, title: message }];
}

/** Leads to what a check is about: its words where they stand, or its block. */
export function showCheck(check: Check): void {
  const { block } = check;
  if (block === null) return;
  const [flag] = flagOf(check);
  if (flag === undefined || !selectIn(block, (doc) => flaggedIn(doc, flag)[0])) focusBlock(block);
}
