import { afterEach, beforeEach, vi } from "vitest";
import type { Block, Body } from "../../api/generated";
import { openNote, type NoteStore, type NoteWriter } from "./noteStore";
import { plain } from "./schema";

/** A core that a note is written to in tests, and what is wrong with it. */
export interface FakeCore {
  writer: NoteWriter;
  /** What it was asked to do and did, in words. */
  log: string[];
  /** Nothing can be saved. */
  fails: boolean;
  /** What somebody else has written, in every block that came not from here and in single blocks. */
  elsewhere: string | undefined;
  wrote: Record<string, string>;
  /** Blocks that are not (or no longer) there. */
  missing: Set<string>;
  /** Words that are refused. */
  flawed: string | undefined;
  /** Hears what an edit was made on, and whether it goes on from the one before. */
  seen: (was: unknown, goesOn: unknown) => void;
  /** The names of the next new blocks. */
  names: string[];
  /** How often the note was to be read anew, and as of when. */
  refreshed: number;
  refreshedAs: number | undefined;
  /** The blocks as the note shows them. */
  shown: (note: NoteStore) => string;
}

export const says = (text: string): Body => ({ kind: "recommendation", text: [{ type: "text", text }] });
export const block = (id: string, text = ""): Block => ({ id, note: "n", place: id, prompt: null, marking: null, body: says(text) });

const wordsOf = (body: Body) => (body.kind === "recommendation" ? plain(body.text) : body.kind);

/** A block as the core keeps it: in one run. */
const settled = ({ id, body }: { id: string; body: Body }): Block => block(id, wordsOf(body));

const refusal = (code: string) => Promise.reject(Object.assign(new Error("It is refused."), { code }));

/** Each test begins with a note of two blocks, and the core it is written to; time stands still. */
export function eachBegins(take: (begun: { core: FakeCore; note: NoteStore }) => void): void {
  beforeEach(() => {
    vi.useFakeTimers();
    const core = fakeCore();
    const note = openNote("n", core.writer);
    note.adopt([block("a"), block("b")]);
    take({ core, note });
  });
  afterEach(() => vi.useRealTimers());
}

function fakeCore(): FakeCore {
  const ours = new Set<string>();
  const answer = (line: string) => (core.fails ? Promise.reject(new Error("The disk is full.")) : Promise.resolve(void core.log.push(line)));
  const isOthers = ({ id, was }: { id: string; was?: Body | null }) => {
    const theirs = core.wrote[id] ?? (ours.has(id) ? undefined : core.elsewhere);
    return theirs !== undefined && was !== undefined && was !== null && wordsOf(was) !== theirs;
  };
  const isFlawed = ({ body }: { body: Body }) => wordsOf(body) === core.flawed;
  const isMissing = ({ id }: { id: string }) => core.missing.has(id);
  const writer: NoteWriter = {
    recast: ({ edits = [], blocks = [], after, gone = [] }) => {
      if ([...edits, ...gone].some(isOthers)) return refusal("conflict");
      if ([...edits, ...gone, { id: after ?? "" }].some(isMissing)) return refusal("not_found");
      if ([...edits, ...blocks].some(isFlawed)) return refusal("refused");
      const line = [
        ...edits.map(({ id, body }) => `edit ${id} "${wordsOf(body)}"`),
        ...(blocks.length > 0 ? [`insert ${blocks.map(({ id, marking }) => [id, marking].filter(Boolean).join(" ")).join(", ")} after ${after ?? "nothing"}`] : []),
        ...gone.map(({ id }) => `remove ${id}`),
      ].join(" + ");
      return answer(line).then(() => {
        for (const { id } of blocks) {
          core.missing.delete(id);
          ours.add(id);
        }
        return [...edits, ...blocks].map(settled);
      });
    },
    edit: (edit) => {
      core.seen(edit.was, edit.goes_on);
      if (isOthers(edit)) return refusal("conflict");
      if (isMissing(edit)) return refusal("not_found");
      if (isFlawed(edit)) return refusal("refused");
      return answer(`edit ${edit.id} "${wordsOf(edit.body)}"`).then(() => settled(edit));
    },
    move: ({ id, after }) => answer(`move ${id} after ${after ?? "nothing"}`),
    mark: ({ id, marking }) => answer(`mark ${id} ${marking ?? "as the note"}`),
    refresh: (asOf) => {
      core.refreshed += 1;
      core.refreshedAs = asOf;
    },
    newId: () => core.names.shift() ?? "new",
    beside: (theirs, own) => void core.log.push(`${own} beside ${theirs}`),
  };
  const core: FakeCore = {
    writer,
    log: [],
    fails: false,
    elsewhere: undefined,
    wrote: {},
    missing: new Set(),
    flawed: undefined,
    seen: () => undefined,
    names: [],
    refreshed: 0,
    refreshedAs: undefined,
    shown: (note) => note.get().blocks.map(({ id, body }) => `${id}"${wordsOf(body)}"`).join(" "),
  };
  return core;
}
