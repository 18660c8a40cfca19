import type { CommandError } from "../../api/client";
import type { Block, BlockId, Body, EditBlock, MarkBlock, MoveBlock, NoteId, RecastBlocks } from "../../api/generated";
import { createStore, type Store } from "../../lib/store";
import { coreBlocks } from "./coreBlocks";
import { countedAgain, NO_BLOCKS, type Counted } from "./counted";
import { noteWriting, type Words } from "./noteWriting";
import { placed, recastBlocks, without, withOwn, type Recast } from "./recast";
import { typedOn, type Typing } from "./typing";
import { unsavedWork } from "./unsaved";

/** How the store reaches the core. */
export interface NoteWriter {
  /** Answers with the blocks that say something else and those that came, as they are kept. */
  recast: (args: RecastBlocks) => Promise<readonly Block[]>;
  edit: (args: EditBlock) => Promise<Block>;
  move: (args: MoveBlock) => Promise<unknown>;
  mark: (args: MarkBlock) => Promise<unknown>;
  /** Reads the note anew; the answer comes back through `adopt`, with the same `asOf`. */
  refresh: (asOf: number) => void;
  newId: () => BlockId;
  /** Tells that somebody else wrote in a block, and that the words written here now stand in one of their own after it. */
  beside: (theirs: BlockId, own: BlockId) => void;
}

export interface NoteState extends Counted {
  blocks: readonly Block[];
  /** What keeps the last words from being saved. They stay here until they are, and it is told as long. */
  problem: CommandError | undefined;
  /** Whether everything typed has reached the core. */
  isSaved: boolean;
}

export interface NoteStore extends Pick<Store<NoteState>, "get" | "watch"> {
  /** Takes over what the core holds, unless something written here is still on its way, or came after it was read. */
  adopt: (blocks: readonly Block[], asOf?: number) => void;
  edit: (id: BlockId, body: Body) => void;
  /** What one act does to several blocks, in one step. */
  recast: (recast: Recast) => void;
  move: (id: BlockId, after: BlockId | null) => void;
  mark: (id: BlockId, marking: string | null) => void;
  /** The name that a block's words have by now: they may have got a block of their own. */
  here: (id: BlockId) => BlockId;
  /** Sends what waits. Settles when everything up to here has been answered. */
  flush: () => Promise<void>;
  /** Runs something in turn with the writing, such as undo. */
  inTurn: (task: () => Promise<unknown>) => Promise<void>;
}

/** Words are sent this long after the last key, in milliseconds, */
export const REST = 400;
/** and while somebody types without rest, this often: no more than a second is ever lost. */
export const LONGEST = 900;

/** A note while it is written: what is typed shows at once, and reaches the core in the order of its doing. */
export function openNote(note: NoteId, writer: NoteWriter): NoteStore {
  const store = createStore<NoteState>({ blocks: [], ...NO_BLOCKS, problem: undefined, isSaved: true });
  const core = coreBlocks();
  const { here } = core;
  const waiting = new Map<BlockId, Words>();
  let typing: Typing | undefined;
  /** Blocks whose words the core does not take: they stay as they are shown here until it does. */
  const refused = new Set<BlockId>();
  let writes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let missed = false;

  const change = (part: Partial<NoteState>) => {
    const before = store.get();
    store.set({ ...before, ...part, ...(part.blocks === undefined ? {} : countedAgain(part.blocks, before)) });
  };
  const tell = (problem: CommandError) => change({ problem });
  const unsaved = unsavedWork(tell);
  /** Whether the core has taken all that it was sent. */
  const isTaken = () => {
    for (const id of refused) if (blockIn(store.get(), id) === undefined) refused.delete(id);
    return unsaved.isEmpty() && refused.size === 0;
  };
  const isQuiet = () => underWay === 0 && waiting.size === 0 && unsaved.isEmpty();
  const settle = () => {
    change({ isSaved: isQuiet() && isTaken() });
    if (isQuiet() && missed) {
      missed = false;
      writer.refresh(writes);
    }
  };
  const inTurn = (task: () => Promise<unknown>): Promise<void> => {
    underWay += 1;
    change({ isSaved: false });
    // A notice stays for as long as what it tells of is not saved.
    const done = queue.then(task).then(() => isTaken() && change({ problem: undefined }), tell);
    queue = done;
    return done.then(() => {
      underWay -= 1;
      writes += 1;
      settle();
    });
  };
  const { write, writeTogether } = noteWriting({
    note,
    writer,
    core,
    unsaved,
    refused,
    tell,
    shown: () => store.get().blocks,
    replace: (there, own) => {
      waiting.delete(there.id);
      missed = true;
      change({ blocks: store.get().blocks.map((block) => (block === there ? own : block)) });
    },
  });
  const retry = async () => {
    for (const again of unsaved.take()) await again().catch(tell);
  };
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    // What was refused is asked for again: what was in its way may have gone.
    for (const id of refused) {
      const block = blockIn(store.get(), id);
      if (block !== undefined && !waiting.has(id)) waiting.set(id, { body: block.body, goesOn: false });
    }
    const words = [...waiting];
    waiting.clear();
    if (!unsaved.isEmpty()) void inTurn(retry);
    await Promise.all([...words.map(([id, one]) => inTurn(() => write(id, one))), queue]);
  };
  const later = () => {
    if (timer === undefined) waitingSince = Date.now();
    clearTimeout(timer);
    const rest = Math.min(REST, Math.max(0, waitingSince + LONGEST - Date.now()));
    timer = setTimeout(() => void flush(), rest);
  };
  const structure = (blocks: readonly Block[], task: () => Promise<unknown>) => {
    typing = undefined;
    void flush();
    change({ blocks });
    missed = true;
    void inTurn(task);
  };

  return {
    get: store.get,
    watch: store.watch,
    adopt: (blocks, asOf) => {
      if (!isQuiet()) missed = true;
      else if (asOf === undefined ? core.isOlder(blocks) : asOf !== writes) writer.refresh(writes);
      else {
        core.adopt(blocks, refused);
        change({ blocks: withOwn(blocks, store.get().blocks, refused) });
      }
    },
    edit: (id, body) => {
      const state = store.get();
      const block = blockIn(state, id);
      if (block === undefined) return;
      const blocks = state.blocks.with(state.places.get(id) ?? 0, { ...block, body });
      // Words change no number; most keys are words.
      if (numbersAlike(block.body, body)) store.set({ ...state, blocks, isSaved: false });
      else change({ blocks, isSaved: false });
      const typed = typedOn(block.body, body, id, typing, Date.now());
      typing = typed.typing;
      // What was written before an act of its own is a step before it.
      if (!typed.goesOn && waiting.has(id)) void flush();
      waiting.set(id, { body, goesOn: waiting.get(id)?.goesOn ?? typed.goesOn });
      later();
    },
    recast: (recast) => {
      // Words that are part of the act go with it; others that wait go before it.
      for (const { id, body } of recast.edits ?? []) if (waiting.get(id)?.body === body) waiting.delete(id);
      structure(recastBlocks(store.get().blocks, recast), () => writeTogether(recast));
    },
    move: (id, after) => {
      const block = store.get().blocks.find((one) => one.id === id);
      if (block === undefined) return;
      const move = () => writer.move({ id: here(id), after: after === null ? null : here(after) });
      structure(placed(without(store.get().blocks, id), [block], after), () => unsaved.attempt(move));
    },
    mark: (id, marking) => {
      const mark = () => writer.mark({ id: here(id), marking });
      structure(store.get().blocks.map((block) => (block.id === id ? { ...block, marking } : block)), () => unsaved.attempt(mark));
    },
    here,
    flush,
    inTurn: (task) => {
      typing = undefined;
      void flush();
      missed = true;
      // What it changes is not known until the note is read anew.
      return inTurn(() => {
        // It would come before what was done before it.
        const problem = unsaved.problem();
        return problem === undefined ? task().finally(core.forget) : Promise.reject(problem);
      });
    },
  };
}

/** The block of that id, as it is shown. */
export const blockIn = ({ blocks, places }: NoteState, id: BlockId): Block | undefined => blocks[places.get(id) ?? -1];

/** The block that stands before another. */
export const blockBefore = ({ blocks, places }: NoteState, id: BlockId): Block | undefined => blocks[(places.get(id) ?? 0) - 1];

/** The one that stands behind. */
export const blockAfter = ({ blocks, places }: NoteState, id: BlockId): Block | undefined => blocks[(places.get(id) ?? blocks.length) + 1];

const numbersAlike = (a: Body, b: Body): boolean => a.kind === b.kind && (a.kind !== "paragraph" || b.kind !== "paragraph" || a.level === b.level);
