import type { CommandError } from "../../api/client";
import type { Block, BlockId, Body, NoteId } from "../../api/generated";
import type { CoreBlocks } from "./coreBlocks";
import type { NoteWriter } from "./noteStore";
import { coming, wherePut, type Recast } from "./recast";
import { isOthers, isRefused, isSettled, type Unsaved } from "./unsaved";

/** What a block is to say. */
export interface Words {
  body: Body;
  /** Whether it is more of the typing that was sent before: one step to undo. */
  goesOn: boolean;
}

/** What is known of the note while it is written. */
export interface Desk {
  note: NoteId;
  writer: NoteWriter;
  core: CoreBlocks;
  unsaved: Unsaved;
  /** Blocks whose words the core does not take: they stay as they are shown here until it does. */
  refused: Set<BlockId>;
  /** The blocks as they are shown. */
  shown: () => readonly Block[];
  /** Shows a block in the place of another. */
  replace: (there: Block, own: Block) => void;
  tell: (problem: CommandError) => void;
}

/** Brings words and acts to the core. Whatever it answers, none of the words is lost. */
export function noteWriting({ note, writer, core, unsaved, refused, shown, replace, tell }: Desk) {
  const { here } = core;
  const write = (wanted: BlockId, { body, goesOn }: Words) => {
    // What it goes on from may be among what is not saved or was refused, and these words stand for it then.
    const goes_on = goesOn && unsaved.isEmpty() && !refused.has(here(wanted));
    return unsaved.attempt(async () => {
      const id = here(wanted);
      try {
        core.reached(await writer.edit({ ...core.editOf(id, body), goes_on }));
        refused.delete(id);
      } catch (thrown) {
        const problem = thrown as CommandError;
        const there = shown().find((block) => block.id === id);
        if (isRefused(problem)) refused.add(id);
        if (!isOthers(problem)) throw problem;
        // What is gone here as well has no words to keep.
        if (there === undefined) return;
        if (refused.has(id) && problem.code === "not_found") await putIn([there], before(there));
        else await standBeside(there, problem.code === "not_found");
      }
    }, wanted);
  };
  const before = (block: Block): BlockId | null => {
    const blocks = shown();
    return blocks[blocks.indexOf(block) - 1]?.id ?? null;
  };
  /** Somebody else has changed a block, or taken it out, while it was written in: both are kept, one after the other. */
  const standBeside = (there: Block, isGone: boolean): Promise<void> => {
    const own = { ...there, id: writer.newId() };
    const place = isGone ? before(there) : there.id;
    core.standsAs(there.id, own.id);
    replace(there, own);
    writer.beside(there.id, own.id);
    return unsaved.attempt(() => putIn([own], place));
  };
  /** Puts blocks in, or first where somebody took out what they were to follow. */
  const putIn = async (blocks: readonly Block[], after: BlockId | null): Promise<void> => {
    const put = (place: BlockId | null) => writer.recast({ note, blocks: blocks.map(coming), after: place });
    try {
      const kept = await put(after).catch((problem: CommandError) => (after !== null && isOthers(problem) ? put(null) : Promise.reject(problem)));
      kept.forEach(core.reached);
      for (const { id } of blocks) refused.delete(id);
    } catch (problem) {
      if (!isSettled(problem as CommandError)) throw problem;
      if (blocks.length > 1) await oneByOne(blocks, after);
      else {
        for (const { id } of blocks) refused.add(id);
        throw problem;
      }
    }
  };
  const oneByOne = async (blocks: readonly Block[], after: BlockId | null) => {
    let last = after;
    for (const block of blocks) {
      const place = last;
      await unsaved.attempt(() => putIn([block], place)).catch(tell);
      if (!refused.has(block.id)) last = block.id;
    }
  };
  const writeTogether = (recast: Recast) =>
    unsaved.attempt(async () => {
      const { edits, blocks, after, gone } = wherePut(recast, here);
      try {
        const kept = await writer.recast({ note, edits: edits.map(({ id, body }) => core.editOf(id, body)), blocks: blocks.map(coming), after, gone: gone.map(core.goneOf) });
        kept.forEach(core.reached);
        for (const { id } of kept) refused.delete(id);
      } catch (problem) {
        if (!isSettled(problem as CommandError)) throw problem;
        await partByPart(recast);
      }
    });
  /** Somebody else was at work there, or the core takes no part of it because of one: each finds its place by itself, or waits by itself. */
  const partByPart = async (recast: Recast) => {
    const { edits = [], blocks = [], after = null, gone = [] } = recast;
    const isKept = () => [...edits, ...blocks].every(({ id }) => !refused.has(here(id)));
    // A block stays where somebody else has written in it, or what was to take its words is not kept.
    const takeOut = async (id: BlockId) => {
      if (isKept()) await writer.recast({ note, gone: [core.goneOf(here(id))] }).catch((problem: CommandError) => (isOthers(problem) ? undefined : Promise.reject(problem)));
    };
    // One that is refused keeps none of the others; it is told when all are done.
    let refusal: CommandError | undefined;
    const keep = (problem: CommandError) => (refusal = problem);
    for (const { id, body } of edits) await write(id, { body, goesOn: false }).catch(keep);
    if (blocks.length > 0) await unsaved.attempt(() => putIn(blocks, after === null ? null : here(after))).catch(keep);
    for (const id of gone) await unsaved.attempt(() => takeOut(id)).catch(keep);
    if (refusal !== undefined) throw refusal;
  };
  return { write, writeTogether };
}
