import type { CommandError } from "../../api/client";
import type { Block, BlockId, Body, EditBlock, MarkBlock, MoveBlock, NoteId, RecastBlocks } from "../../api/generated";
import { createStore, type Store } from "../../lib/store";
import { countedAgain, NO_BLOCKS, type Counted } from "./counted";
import { coming, placed, recastBlocks, wherePut, without, type Recast } from "./recast";

/** How the store reaches the core. */
export interface NoteWriter {
  recast: (args: RecastBlocks) => Promise<unknown>;
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
  /** What keeps the last words from being saved. They stay here until they are. */
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
  const waiting = new Map<BlockId, Body>();
  /** What was done to several blocks and could not be saved: tried again before anything else. */
  const unsaved: Recast[] = [];
  /** What the core holds of a block, as far as is known: what an edit was made on. */
  const held = new Map<BlockId, Body>();
  /** Blocks written here since the last reading: one that has other words of them may be older. */
  const ours = new Set<BlockId>();
  /** Under which name a block stands that somebody else has changed, until the note is read anew. */
  const moved = new Map<BlockId, BlockId>();
  const here = (id: BlockId): BlockId => moved.get(id) ?? id;
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
  const isQuiet = () => underWay === 0 && waiting.size === 0 && unsaved.length === 0;
  const settle = () => {
    const isSaved = isQuiet();
    change({ isSaved });
    if (isSaved && missed) {
      missed = false;
      writer.refresh(writes);
    }
  };
  const inTurn = (task: () => Promise<unknown>): Promise<void> => {
    underWay += 1;
    change({ isSaved: false });
    const done = queue.then(task).then(
      () => change({ problem: undefined }),
      (problem: CommandError) => change({ problem }),
    );
    queue = done;
    return done.then(() => {
      underWay -= 1;
      writes += 1;
      settle();
    });
  };
  const editOf = (id: BlockId, body: Body): EditBlock => {
    const was = held.get(id);
    return { id, body, ...(was === undefined ? {} : { was }) };
  };
  const reached = (id: BlockId, body: Body) => {
    held.set(id, body);
    ours.add(id);
  };
  const write = (wanted: BlockId, body: Body): Promise<void> => {
    const id = here(wanted);
    return writer.edit(editOf(id, body)).then(
      (block) => reached(id, block.body),
      (problem: CommandError) => {
        // Not saved: the words wait on, unless newer ones have come or their block is gone.
        const there = blockIn(store.get(), id);
        if (there !== undefined && isOthers(problem)) return standBeside(there, problem.code === "not_found");
        if (there !== undefined && !waiting.has(id)) waiting.set(id, body);
        throw problem;
      },
    );
  };
  /** Somebody else has changed a block, or taken it out, while it was written in: both are kept, one after the other. */
  const standBeside = (there: Block, isGone: boolean): Promise<void> => {
    const own = { ...there, id: writer.newId() };
    const { blocks } = store.get();
    const before = blocks[blocks.indexOf(there) - 1]?.id ?? null;
    waiting.delete(there.id);
    held.delete(there.id);
    moved.set(there.id, own.id);
    missed = true;
    change({ blocks: blocks.map((block) => (block === there ? own : block)) });
    writer.beside(there.id, own.id);
    return putIn([own], isGone ? before : there.id);
  };
  /** Puts blocks in, or first where what they were to follow is gone. */
  const putIn = async (blocks: readonly Block[], after: BlockId | null) => {
    const put = (place: BlockId | null) => writer.recast({ note, blocks: blocks.map(coming), after: place });
    await put(after)
      .catch(() => put(null))
      .catch((problem: unknown) => {
        unsaved.push({ blocks, after: null });
        throw problem;
      });
  };
  const writeTogether = async (recast: Recast) => {
    const { edits, blocks, after, gone } = wherePut(recast, here);
    try {
      await writer.recast({ note, edits: edits.map(({ id, body }) => editOf(id, body)), blocks: blocks.map(coming), after, gone });
      for (const { id, body } of edits) reached(id, body);
    } catch (problem) {
      if (!isOthers(problem as CommandError)) {
        unsaved.push(recast);
        throw problem;
      }
      // Somebody else was at work there: each part finds its place by itself.
      for (const { id, body } of edits) await write(id, body);
      if (blocks.length > 0) await putIn(blocks, after === null ? null : here(after));
      for (const id of gone) await writer.recast({ note, gone: [id] }).catch(() => undefined);
    }
  };
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const [acts, bodies] = [unsaved.splice(0), [...waiting]];
    waiting.clear();
    await Promise.all([...acts.map((act) => inTurn(() => writeTogether(act))), ...bodies.map(([id, body]) => inTurn(() => write(id, body))), queue]);
  };
  const later = () => {
    if (timer === undefined) waitingSince = Date.now();
    clearTimeout(timer);
    const rest = Math.min(REST, Math.max(0, waitingSince + LONGEST - Date.now()));
    timer = setTimeout(() => void flush(), rest);
  };
  const structure = (blocks: readonly Block[], task: () => Promise<unknown>) => {
    void flush();
    change({ blocks });
    missed = true;
    void inTurn(task);
  };

  return {
    get: store.get,
    watch: store.watch,
    adopt: (blocks, asOf) => {
      const isOlder = () => blocks.some(({ id, body }) => ours.has(id) && JSON.stringify(body) !== JSON.stringify(held.get(id)));
      if (!isQuiet()) missed = true;
      else if (asOf === undefined ? isOlder() : asOf !== writes) writer.refresh(writes);
      else {
        ours.clear();
        held.clear();
        moved.clear();
        for (const { id, body } of blocks) held.set(id, body);
        change({ blocks });
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
      waiting.set(id, body);
      later();
    },
    recast: (recast) => {
      // Words that are part of the act go with it; others that wait go before it.
      for (const { id, body } of recast.edits ?? []) if (waiting.get(id) === body) waiting.delete(id);
      structure(recastBlocks(store.get().blocks, recast), () => writeTogether(recast));
    },
    move: (id, after) => {
      const block = store.get().blocks.find((one) => one.id === id);
      if (block !== undefined) structure(placed(without(store.get().blocks, id), [block], after), () => writer.move({ id: here(id), after: after === null ? null : here(after) }));
    },
    mark: (id, marking) => structure(store.get().blocks.map((block) => (block.id === id ? { ...block, marking } : block)), () => writer.mark({ id: here(id), marking })),
    flush,
    inTurn: (task) => {
      void flush();
      missed = true;
      // What it changes is not known until the note is read anew.
      return inTurn(() => task().finally(() => held.clear()));
    },
  };
}

/** The block of that id, as it is shown. */
export const blockIn = ({ blocks, places }: NoteState, id: BlockId): Block | undefined => blocks[places.get(id) ?? -1];

const numbersAlike = (a: Body, b: Body): boolean => a.kind === b.kind && (a.kind !== "paragraph" || b.kind !== "paragraph" || a.level === b.level);

/** Whether it was refused because of what somebody else has done. */
const isOthers = ({ code }: CommandError): boolean => code === "conflict" || code === "not_found";
