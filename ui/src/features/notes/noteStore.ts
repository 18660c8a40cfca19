import type { CommandError } from "../../api/client";
import type { Block, BlockId, Body, InsertBlock, InsertBlocks, MarkBlock, MoveBlock, NoteId } from "../../api/generated";
import { createStore, type Store } from "../../lib/store";
import { paragraphNumbers, referenceNumbers } from "./numbers";

/** How the store reaches the core. */
export interface NoteWriter {
  insert: (args: InsertBlock) => Promise<unknown>;
  insertMany: (args: InsertBlocks) => Promise<unknown>;
  edit: (args: { id: BlockId; body: Body }) => Promise<unknown>;
  move: (args: MoveBlock) => Promise<unknown>;
  mark: (args: MarkBlock) => Promise<unknown>;
  remove: (args: { id: BlockId }) => Promise<unknown>;
  /** Reads the note anew; the answer comes back through `adopt`. */
  refresh: () => void;
}

export interface NoteState {
  blocks: readonly Block[];
  /** Paragraph numbers as printed, and as references print them: the same maps until a number changes. */
  numbers: ReadonlyMap<BlockId, string>;
  references: ReadonlyMap<BlockId, string>;
  /** What keeps the last words from being saved. They stay here until they are. */
  problem: CommandError | undefined;
  /** Whether everything typed has reached the core. */
  isSaved: boolean;
}

export interface NoteStore extends Pick<Store<NoteState>, "get" | "watch"> {
  /** Takes over what the core holds, unless something written here is still on its way. */
  adopt: (blocks: readonly Block[]) => void;
  edit: (id: BlockId, body: Body) => void;
  insert: (block: Block, after: BlockId | null) => void;
  /** Puts several in, in one step. */
  insertMany: (blocks: readonly Block[], after: BlockId | null) => void;
  move: (id: BlockId, after: BlockId | null) => void;
  mark: (id: BlockId, marking: string | null) => void;
  remove: (id: BlockId) => void;
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
  const store = createStore<NoteState>({ blocks: [], numbers: new Map(), references: new Map(), problem: undefined, isSaved: true });
  const waiting = new Map<BlockId, Body>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let missed = false;

  const change = (part: Partial<NoteState>) => {
    const before = store.get();
    store.set({ ...before, ...part, ...(part.blocks === undefined ? {} : countedAgain(part.blocks, before)) });
  };
  const settle = () => {
    const isSaved = underWay === 0 && waiting.size === 0;
    change({ isSaved });
    if (isSaved && missed) {
      missed = false;
      writer.refresh();
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
      settle();
    });
  };
  const sendOne = (id: BlockId, body: Body) =>
    inTurn(() =>
      writer.edit({ id, body }).catch((problem: unknown) => {
        // Not saved: the words wait on, unless newer ones have come or their block is gone.
        const stillThere = store.get().blocks.some((block) => block.id === id);
        if (stillThere && !waiting.has(id)) waiting.set(id, body);
        throw problem;
      }),
    );
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const bodies = [...waiting];
    waiting.clear();
    await Promise.all([...bodies.map(([id, body]) => sendOne(id, body)), queue]);
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
    adopt: (blocks) => {
      if (underWay > 0 || waiting.size > 0) missed = true;
      else change({ blocks });
    },
    edit: (id, body) => {
      change({ blocks: store.get().blocks.map((block) => (block.id === id ? { ...block, body } : block)), isSaved: false });
      waiting.set(id, body);
      later();
    },
    insert: (block, after) => structure(placed(store.get().blocks, [block], after), () => writer.insert({ id: block.id, note, body: block.body, after })),
    insertMany: (blocks, after) => structure(placed(store.get().blocks, blocks, after), () => writer.insertMany({ note, blocks: blocks.map(({ id, body }) => ({ id, body })), after })),
    move: (id, after) => {
      const block = store.get().blocks.find((one) => one.id === id);
      if (block !== undefined) structure(placed(without(store.get().blocks, id), [block], after), () => writer.move({ id, after }));
    },
    mark: (id, marking) => structure(store.get().blocks.map((block) => (block.id === id ? { ...block, marking } : block)), () => writer.mark({ id, marking })),
    remove: (id) => structure(without(store.get().blocks, id), () => writer.remove({ id })),
    flush,
    inTurn: (task) => {
      void flush();
      missed = true;
      return inTurn(task);
    },
  };
}

/** The numbers of these blocks, in the maps there were if none has changed: nobody is to be drawn again for each key. */
function countedAgain(blocks: readonly Block[], before: NoteState): Pick<NoteState, "numbers" | "references"> {
  return { numbers: kept(before.numbers, paragraphNumbers(blocks)), references: kept(before.references, referenceNumbers(blocks)) };
}

function kept(before: ReadonlyMap<BlockId, string>, now: ReadonlyMap<BlockId, string>): ReadonlyMap<BlockId, string> {
  const isSame = before.size === now.size && [...now].every(([id, number]) => before.get(id) === number);
  return isSame ? before : now;
}

const without = (blocks: readonly Block[], id: BlockId) => blocks.filter((block) => block.id !== id);

function placed(blocks: readonly Block[], added: readonly Block[], after: BlockId | null): Block[] {
  const at = after === null ? 0 : blocks.findIndex((one) => one.id === after) + 1;
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
}
