import type { Node } from "prosemirror-model";
import { Plugin, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { BlockId, Inline } from "../../api/generated";
import { createStore, type Store } from "../../lib/store";
import { foundIn, type Sought } from "./finding";
import styles from "./RichText.module.css";
import { plain } from "./schema";

// Words that something points at: what the checks found, and what is being looked for. They are found again in the text each
// time it is drawn, so that nothing has to be carried along while it changes.

/** Words to mark in a block: all of `sentence` that reads `words`, or the words wherever they stand when no sentence is known. */
export interface Flag {
  words: string;
  sentence: string | undefined;
  title: string;
}

/** What is being looked for, and the place one has come to. */
export interface Search extends Sought {
  at?: { block: BlockId; field: string; from: number } | undefined;
}

const flags = createStore<ReadonlyMap<BlockId, readonly Flag[]>>(new Map());
const remarks = createStore<ReadonlyMap<BlockId, readonly Flag[]>>(new Map());
const sought = createStore<Search | undefined>(undefined);

export const setFlags = flags.set;
export const setRemarks = remarks.set;
export const setSought = sought.set;

/** A stretch of a document; `isAtom` where it is within a footnote or a link, which are one sign each to the editor. */
export interface Range {
  from: number;
  to: number;
  isAtom: boolean;
}

/** The words of a document, and for each letter the position it stands at. `atom` gives the words of what is no text. */
function lettersOf(doc: Node, atom: (node: Node) => string): { text: string; at: number[] } {
  let text = "";
  const at: number[] = [];
  doc.forEach((node, offset) => {
    const words = node.isText ? (node.text ?? "") : atom(node);
    for (let index = 0; index < words.length; index += 1) at.push(node.isText ? offset + index : offset);
    text += words;
  });
  return { text, at };
}

/** Stands between words that a citation or the like keeps apart. */
const BARRIER = "\uFFFC";

/** Whether a word goes on at a place, as in an address before its "@". A citation or the like ends it. */
export function isInWord(doc: Node, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(doc.textBetween(0, at, "", BARRIER));
}

/** The words that something among the text has of its own. */
function wordsWithin(node: Node): string {
  if (node.type.name === "link") return String(node.attrs["text"]);
  return node.type.name === "footnote" ? plain(node.attrs["text"] as Inline[]) : "";
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Where the words stand in a document, footnotes and links included. */
export function rangesOf(doc: Node, sought: Sought): Range[] {
  if (sought.words === "") return [];
  const { text, at } = lettersOf(doc, () => BARRIER);
  const ranges: Range[] = foundIn(text, sought).map(({ start, end }) => rangeAt(at, start, end - start));
  doc.forEach((node, offset) => {
    const within = foundIn(wordsWithin(node), sought);
    ranges.push(...within.map(() => ({ from: offset, to: offset + 1, isAtom: true })));
  });
  return ranges.sort((a, b) => a.from - b.from);
}

function rangeAt(at: readonly number[], start: number, length: number): Range {
  const from = at[start] ?? 0;
  return { from, to: (at[start + length - 1] ?? from) + 1, isAtom: false };
}

/** The words of a document as the core reads a sentence: without what stands among them. */
export const readLetters = (doc: Node) => lettersOf(doc, (node) => (node.type.name === "link" ? wordsWithin(node) : ""));

/** Where words stand in a text, as whole ones. */
export const placesOf = (text: string, words: string): RegExpExecArray[] => [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, "gu"))];

/** Where a flag's words stand. */
export function flaggedIn(doc: Node, { words, sentence }: Flag): Range[] {
  const { text, at } = readLetters(doc);
  const start = sentence === undefined ? 0 : text.indexOf(sentence);
  if (start < 0) return [];
  const within = sentence === undefined ? text : text.slice(start, start + sentence.length);
  return placesOf(within, words).slice(0, sentence === undefined ? 1 : undefined).map((match) => rangeAt(at, start + match.index, match[0].length));
}

/** Marks the flagged and the sought words of one field's text. */
export function flagPlugin(block: BlockId, field: string): Plugin {
  return new Plugin({
    props: { decorations: (state: EditorState) => DecorationSet.create(state.doc, [...flagged(state.doc, block), ...found(state.doc, block, field)]) },
    view: (view) => {
      const redraw = () => view.dispatch(view.state.tr.setMeta("adopted", true));
      // The checks are read anew after each change, and who looks for words goes from one to the next: most fields have
      // nothing new in them.
      const watched = <T>({ watch }: { watch: Store<unknown>["watch"] }, part: () => T, isSame: (a: T, b: T) => boolean) => {
        let shown = part();
        return watch(() => {
          const [before, now] = [shown, part()];
          shown = now;
          if (!isSame(before, now)) redraw();
        });
      };
      const marks = (store: typeof flags) => watched(store, () => marksOf(store, block), sameFlags);
      const stops = [marks(flags), marks(remarks), watched(sought, () => soughtIn(block, field), sameSought)];
      return { destroy: () => stops.forEach((stop) => stop()) };
    },
  });
}

const NONE: readonly Flag[] = [];
const marksOf = (store: typeof flags, block: BlockId): readonly Flag[] => store.get().get(block) ?? NONE;
const sameFlag = (a: Flag, b: Flag | undefined): boolean => a.words === b?.words && a.sentence === b.sentence && a.title === b.title;
const sameFlags = (a: readonly Flag[], b: readonly Flag[]): boolean => a.length === b.length && a.every((flag, index) => sameFlag(flag, b[index]));

/** What is looked for in a field, and where in it one has come to. */
function soughtIn(block: BlockId, field: string) {
  const { words = "", matchCase = false, at } = sought.get() ?? {};
  return { words, matchCase, from: at?.block === block && at.field === field ? at.from : undefined };
}

const sameSought = (a: ReturnType<typeof soughtIn>, b: ReturnType<typeof soughtIn>): boolean => a.words === b.words && a.matchCase === b.matchCase && a.from === b.from;

function flagged(doc: Node, block: BlockId): Decoration[] {
  const marked = (store: typeof flags, look: string) =>
    marksOf(store, block).flatMap((flag) => flaggedIn(doc, flag).map(({ from, to }) => Decoration.inline(from, to, { class: styles[look] ?? "", title: flag.title })));
  return [...marked(remarks, "remarked"), ...marked(flags, "flagged")];
}

function found(doc: Node, block: BlockId, field: string): Decoration[] {
  const looking = soughtIn(block, field);
  return rangesOf(doc, looking).map(({ from, to }) => Decoration.inline(from, to, { class: styles[from === looking.from ? "foundHere" : "found"] ?? "" }));
}
