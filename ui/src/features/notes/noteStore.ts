import type { CommandError } from "../../api/client";
import type { Block, BlockId, Body, EditBlock, InsertBlock, InsertBlocks, MarkBlock, MoveBlock, NoteId } from "../../api/generated";
import { createStore, type Store } from "../../lib/store";
import { paragraphNumbers, referenceNumbers } from "./numbers";

/** How the store reaches the core. */
export interface NoteWriter {
  insert: (args: InsertBlock) => Promise<unknown>;
  insertMany: (args: InsertBlocks) => Promise<unknown>;
  edit: (args: EditBlock) => Promise<Block>;
  move: (args: MoveBlock) => Promise<unknown>;
  mark: (args: MarkBlock) => Promise<unknown>;
  remove: (args: { id: BlockId }) => Promise<unknown>;
  /** Reads the note anew; the answer comes back through `adopt`, with the same `asOf`. */
  refresh: (asOf: number) => void;
  newId: () => BlockId;
  /** Tells that somebody else wrote in a block, and that the words written here now stand in one of their own after it. */
  beside: (theirs: BlockId, own: BlockId) => void;
}

export interface NoteState {
  blocks: readonly Block[];
  /** Where each block stands among them, in their order: the same map until one comes, goes or moves. */
  places: ReadonlyMap<BlockId, number>;
  /** The same in parts, each from a heading to the next: the same list until it is another one. */
  parts: readonly (readonly BlockId[])[];
  /** Paragraph numbers as printed, and as references print them: the same maps until a number changes. */
  numbers: ReadonlyMap<BlockId, string>;
  references: ReadonlyMap<BlockId, string>;
  /** What keeps the last words from being saved. They stay here until they are. */
  problem: CommandError | undefined;
  /** Whether everything typed has reached the core. */
  isSaved: boolean;
}

export interface NoteStore extends Pick<Store<NoteState>, "get" | "watch"> {
  /** Takes over what the core holds, unless something written here is still on its way, or came after it was read. */
  adopt: (blocks: readonly Block[], asOf?: number) => void;
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
  const store = createStore<NoteState>({ blocks: [], places: new Map(), parts: [], numbers: new Map(), references: new Map(), problem: undefined, isSaved: true });
  const waiting = new Map<BlockId, Body>();
  /** What the core holds of a block, as far as is known: what an edit was made on. */
  const held = new Map<BlockId, Body>();
  /** Blocks written here since the last reading: one that has other words of them may be older. */
  const ours = new Set<BlockId>();
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
  const settle = () => {
    const isSaved = underWay === 0 && waiting.size === 0;
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
  const sendOne = (id: BlockId, body: Body) =>
    inTurn(() => {
      const was = held.get(id);
      return writer.edit({ id, body, ...(was === undefined ? {} : { was }) }).then(
        (block) => {
          held.set(id, block.body);
          ours.add(id);
        },
        (problem: CommandError) => {
          // Not saved: the words wait on, unless newer ones have come or their block is gone.
          const there = store.get().blocks.find((block) => block.id === id);
          if (there !== undefined && (problem.code === "conflict" || problem.code === "not_found")) return standBeside(there, problem.code === "not_found");
          if (there !== undefined && !waiting.has(id)) waiting.set(id, body);
          throw problem;
        },
      );
    });
  /** Somebody else has changed a block, or taken it out, while it was written in: both are kept, one after the other. */
  const standBeside = (there: Block, isGone: boolean) => {
    const own = { ...there, id: writer.newId() };
    const { blocks } = store.get();
    const before = blocks[blocks.indexOf(there) - 1]?.id ?? null;
    waiting.delete(there.id);
    held.delete(there.id);
    missed = true;
    change({ blocks: blocks.map((block) => (block === there ? own : block)) });
    writer.beside(there.id, own.id);
    const put = (after: BlockId | null) => writer.insert({ id: own.id, note, body: own.body, after });
    return put(isGone ? before : there.id)
      .catch(() => put(null))
      .then(() => (own.marking === null ? undefined : writer.mark({ id: own.id, marking: own.marking })))
      .catch((problem: unknown) => {
        waiting.set(own.id, own.body);
        throw problem;
      });
  };
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
    adopt: (blocks, asOf) => {
      const isOlder = () => blocks.some(({ id, body }) => ours.has(id) && JSON.stringify(body) !== JSON.stringify(held.get(id)));
      if (underWay > 0 || waiting.size > 0) missed = true;
      else if (asOf === undefined ? isOlder() : asOf !== writes) writer.refresh(writes);
      else {
        ours.clear();
        held.clear();
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
      // What it changes is not known until the note is read anew.
      return inTurn(() => task().finally(() => held.clear()));
    },
  };
}

/** The block of that id, as it is shown. */
export const blockIn = ({ blocks, places }: NoteState, id: BlockId): Block | undefined => blocks[places.get(id) ?? -1];

/** Places and numbers of these blocks, in the maps there were if none has changed: nobody is to be drawn again for each key. */
function countedAgain(blocks: readonly Block[], before: NoteState): Pick<NoteState, "places" | "parts" | "numbers" | "references"> {
  return { parts: keptParts(before.parts, partsOf(blocks)), places: kept(before.places, new Map(blocks.map(({ id }, index) => [id, index]))), numbers: kept(before.numbers, paragraphNumbers(blocks)), references: kept(before.references, referenceNumbers(blocks)) };
}

function partsOf(blocks: readonly Block[]): BlockId[][] {
  const parts: BlockId[][] = [];
  for (const { id, body } of blocks) {
    const last = parts.at(-1);
    if (last === undefined || body.kind === "heading") parts.push([id]);
    else last.push(id);
  }
  return parts;
}

/** The lists there were where they are still the same. */
function keptParts(before: NoteState["parts"], now: NoteState["parts"]): NoteState["parts"] {
  const known = new Map(before.map((part) => [part[0], part]));
  const parts = now.map((part) => {
    const old = known.get(part[0]);
    return old !== undefined && old.length === part.length && old.every((id, index) => id === part[index]) ? old : part;
  });
  return parts.length === before.length && parts.every((part, index) => part === before[index]) ? before : parts;
}

const numbersAlike = (a: Body, b: Body): boolean => a.kind === b.kind && (a.kind !== "paragraph" || b.kind !== "paragraph" || a.level === b.level);

function kept<T>(before: ReadonlyMap<BlockId, T>, now: ReadonlyMap<BlockId, T>): ReadonlyMap<BlockId, T> {
  if (before.size !== now.size) return now;
  for (const [id, value] of now) if (before.get(id) !== value) return now;
  return before;
}

const without = (blocks: readonly Block[], id: BlockId) => blocks.filter((block) => block.id !== id);

function placed(blocks: readonly Block[], added: readonly Block[], after: BlockId | null): Block[] {
  const at = after === null ? 0 : blocks.findIndex((one) => one.id === after) + 1;
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
}
