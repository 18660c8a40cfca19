import { useEffect, useEffectEvent } from "react";
import { call } from "../../api/client";
import type { Block, BlockId, Body, LinkChange, NoteWithBlocks } from "../../api/generated";
import { useNames } from "../../api/names";
import { readAnew, useRead } from "../../api/query";
import { toast, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { focusAfterDialogs, focusWhenFree } from "../../lib/focus";
import { newId } from "../../lib/ids";
import { useStorePart } from "../../lib/store";
import { setChipWords } from "./chips";
import { citationWords, type PrintedNumbers } from "./citationWords";
import { caretIn, focusEnd, focusField, forgetFields, lastField, lastView, type Edge } from "./fields";
import type { Along, NoteWork } from "./noteContext";
import { blockBefore, openNote, type NoteStore } from "./noteStore";
import { excerptsIn, positionsIn } from "./namedIn";
import { textsOf } from "./texts";
import { answeredUndo, answerUndo, beginUndo, endUndo, takeHeld } from "./undoing";
import { firstChange, type Changed } from "./undone";

// One store for each note opened since the window began: what is typed outlives a change of place until it is saved.
const stores = new Map<string, NoteStore>();

function storeOf(note: string): NoteStore {
  const known = stores.get(note);
  if (known !== undefined) return known;
  const made: NoteStore = openNote(note, {
    recast: (args) => call("blocks_recast", args),
    edit: (args) => call("block_edit", args),
    move: (args) => call("block_move", args),
    mark: (args) => call("block_mark", args),
    // Asked directly: an answer equal to the last one would not be announced, and what is shown may have moved on since.
    refresh: (asOf) => {
      const undo = answeredUndo(note);
      void readAnew("note_get", { id: note }).then(({ blocks }) => {
        const before = made.get().blocks;
        made.adopt(blocks, asOf);
        if (undo !== undefined && endUndo(note, undo)) showChange(firstChange(before, made.get().blocks));
      }, toastError);
    },
    newId,
    beside: (theirs, own) => {
      const at = lastField();
      if (at?.block === theirs) focusField(own, at.field, "end");
      toast({ text: t("notes.editor.beside") });
    },
  });
  stores.set(note, made);
  return made;
}

/** Puts down what was typed meanwhile. */
function putHeld(): void {
  const [letters, view] = [takeHeld(), lastView()];
  if (letters !== "" && view !== undefined) view.dispatch(view.state.tr.insertText(letters).scrollIntoView());
}

/** What an undo left is waited for no longer than this, in milliseconds: it is read as soon as the core has answered. */
const PATIENCE = 5000;

/** Leads whoever is writing to what was undone. */
function showChange(changed: Changed | undefined): void {
  const at = document.activeElement;
  const isWriting = at === document.body || at?.closest("[data-blocks]") != null;
  // When it is drawn.
  requestAnimationFrame(() => {
    if (isWriting && changed?.text !== undefined) focusField(changed.block, changed.text.field, changed.text.behind);
    else if (isWriting && changed !== undefined) leadTo(changed.block);
    putHeld();
  });
}

const NOTHING: PrintedNumbers = { evidence: [], sources: [] };

export type OpenNote = Omit<NoteWork, "openInsert" | "openCite" | "openFootnote" | "openComment">;

/** The open note with all that its blocks draw on, and what can be done with them. */
export function useOpenNote(full: NoteWithBlocks, cited: PrintedNumbers | undefined): OpenNote {
  const { note } = full;
  const store = storeOf(note.id);
  const numbers = useStorePart(store, (state) => state.numbers);
  const printed = useStorePart(store, (state) => state.references);
  const names = useNames();
  // Those that the note names, and of positions what has come in their place; who says an excerpt stands beside it.
  const quoted = useStorePart(store, (state) => excerptsIn(state.blocks).join(" "));
  const excerptRead = useRead("excerpt_list", quoted === "" ? undefined : { among: quoted.split(" ") }, { hold: true });
  const excerptRows = excerptRead.data;
  const line = useStorePart(store, (state) => positionsIn(state.blocks).join(" "));
  const positionRead = useRead("position_list", line === "" ? undefined : { line: line.split(" ") }, { hold: true });
  const positionRows = positionRead.data;
  const sourceRows = useRead("source_list", {}).data;
  const excerpts = new Map(excerptRows?.map((row) => [row.excerpt.id, row]));
  const positions = new Map(positionRows?.map((position) => [position.id, position]));
  const sources = new Map(sourceRows?.map((row) => [row.source.id, row]));
  const changeList = useRead("link_changes", { id: note.id }, { hold: true, patient: true }).data;
  const changes = byBlock(changeList);

  useEffect(() => {
    store.adopt(full.blocks);
  }, [store, full.blocks]);

  useEffect(() => {
    const flush = () => void store.flush();
    window.addEventListener("beforeunload", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("beforeunload", flush);
      document.removeEventListener("visibilitychange", flush);
      forgetFields();
      flush();
    };
  }, [store]);

  const isLooking = [excerptRead, positionRead].some((read) => read.isLoading || read.isHeld);
  const write = useEffectEvent(() =>
    setChipWords({ citation: (targets) => citationWords(targets, cited ?? NOTHING, { names, excerpts, positions, sources, isLooking }), reference: (block) => printed.get(block) ?? "?" }),
  );
  // The chips' words change with anything that is cited, and with what stands before it.
  useEffect(() => write(), [cited, printed, excerptRows, positionRows, sourceRows, isLooking]);

  const put = (bodies: readonly Body[], after: BlockId | null, usual: Edge, { marking = null, edge = usual, ...along }: Along = {}) => {
    const blocks = bodies.map((body, index): Block => ({ id: newId(), note: note.id, place: "", prompt: null, marking: index === bodies.length - 1 ? marking : null, body }));
    const caret = blocks.at(-1);
    if (caret !== undefined && textsOf(caret.body).length > 0) focusField(caret.id, undefined, edge);
    else if (caret !== undefined) focusAfterDialogs(() => blockShown(caret.id));
    store.recast({ ...along, blocks, after });
  };
  return {
    note,
    store,
    names,
    excerpts,
    positions,
    sources,
    isLooking,
    changes,
    numbers,
    insert: (body, after, along) => put([body], after, "start", along),
    insertAbove: (id) => {
      const above = blockBefore(store.get(), id);
      store.recast({ blocks: [{ id: newId(), note: note.id, place: "", prompt: null, marking: null, body: { kind: "paragraph", level: above?.body.kind === "paragraph" ? above.body.level : 1, lead: [], text: [] } }], after: above?.id ?? null });
    },
    insertMany: (bodies, after, along) => put(bodies, after, "end", along),
    remove: (id) => {
      const { blocks } = store.get();
      const index = blocks.findIndex((block) => block.id === id);
      const neighbour = blocks[index - 1] ?? blocks[index + 1];
      store.recast({ gone: [id] });
      if (neighbour === undefined) return;
      // The menu it may have been chosen from is still closing.
      focusWhenFree(() => (index > 0 ? leadTo(neighbour.id) : leadBefore(neighbour.id)));
    },
    move: (id, by) => {
      const { blocks } = store.get();
      const index = blocks.findIndex((block) => block.id === id);
      const to = index + by;
      if (index < 0 || to < 0 || to >= blocks.length) return;
      const again = caretIn(id) ?? (() => focusBlock(id));
      store.move(id, (by < 0 ? blocks[to - 1]?.id : blocks[to]?.id) ?? null);
      // The field travels with its block in the page, which costs it the focus.
      requestAnimationFrame(again);
    },
    undo: (command) => {
      const undo = beginUndo(note.id);
      const stop = () => endUndo(note.id, undo) && putHeld();
      void store.inTurn(() => call(command, {}).catch(toastError).finally(() => answerUndo(note.id, undo))).then(() => (answeredUndo(note.id) === undo ? setTimeout(stop, PATIENCE) : stop()));
    },
  };
}

const byBlock = (changes: readonly LinkChange[] = []): ReadonlyMap<BlockId, readonly LinkChange[]> => Map.groupBy(changes, ({ block }) => block);

/** Leads the caret to the end of a block, or the focus to the block where there is no text; answers with what takes it. */
export function leadTo(id: BlockId): HTMLElement | null {
  if (!focusEnd(id)) focusBlock(id);
  const block = blockShown(id);
  return [...(block?.querySelectorAll<HTMLElement>("[data-note-field]") ?? [])].at(-1) ?? block;
}

/** The same, but to its beginning. */
export function leadBefore(id: BlockId): HTMLElement | null {
  const home = homeOf(id);
  if (home?.dataset["noteField"] === undefined) focusBlock(id);
  else focusField(id);
  return home;
}

const blockShown = (id: BlockId) => document.querySelector<HTMLElement>(`[data-block="${id}"]`);

/** What of a block takes the focus: its first text, or the block itself where there is none. */
export function homeOf(id: BlockId): HTMLElement | null {
  const block = blockShown(id);
  return block?.querySelector<HTMLElement>("[data-note-field]") ?? block;
}

/** Leads the focus to a block: its first text, or the block itself where there is none. `at` says where it comes to stand. */
export function focusBlock(id: BlockId, at: ScrollLogicalPosition = "nearest"): void {
  const block = blockShown(id);
  const home = homeOf(id);
  if (home === block) block?.focus();
  else focusField(id, undefined, "end");
  block?.scrollIntoView({ block: at });
  // The way there leads past parts whose height is only guessed until they are drawn.
  if (at === "start") requestAnimationFrame(() => block?.scrollIntoView({ block: at }));
}
