import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Block, Body } from "../../api/generated";
import { LONGEST, openNote, REST, type NoteStore } from "./noteStore";
import { plain } from "./schema";

const says = (text: string): Body => ({ kind: "recommendation", text: [{ type: "text", text }] });
const block = (id: string, text = ""): Block => ({ id, note: "n", place: id, prompt: null, marking: null, body: says(text) });
const wordsOf = (body: Body) => (body.kind === "recommendation" ? plain(body.text) : body.kind);

const isOthers = (was: Body | null | undefined) => elsewhere !== undefined && was !== undefined && was !== null && wordsOf(was) !== elsewhere;

const refusal = (code: string) => Object.assign(new Error("It is refused."), { code });

let log: string[];
let fails: boolean;
let refreshed: number;
/** What somebody else has written in every block, and the block that somebody took out. */
let elsewhere: string | undefined;
let missing: string | undefined;
let note: NoteStore;

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  fails = false;
  refreshed = 0;
  elsewhere = missing = undefined;
  const answer = (line: string) => (fails ? Promise.reject(new Error("The disk is full.")) : Promise.resolve(void log.push(line)));
  note = openNote("n", {
    recast: ({ edits = [], blocks = [], after, gone = [] }) => {
      const others = edits.some(({ was }) => isOthers(was));
      if (others) return Promise.reject(refusal("conflict"));
      if (missing !== undefined && (after === missing || gone.includes(missing))) return Promise.reject(refusal("not_found"));
      return answer(
        [
          ...edits.map(({ id, body }) => `edit ${id} "${wordsOf(body)}"`),
          ...(blocks.length > 0 ? [`insert ${blocks.map(({ id, marking }) => [id, marking].filter(Boolean).join(" ")).join(", ")} after ${after ?? "nothing"}`] : []),
          ...gone.map((id) => `remove ${id}`),
        ].join(" + "),
      );
    },
    edit: ({ id, body, was }) => {
      if (isOthers(was)) return Promise.reject(refusal("conflict"));
      if (missing === id) return Promise.reject(refusal("not_found"));
      return answer(`edit ${id} "${wordsOf(body)}"`).then(() => ({ ...block(id), body }));
    },
    move: (args) => answer(`move ${args.id} after ${args.after ?? "nothing"}`),
    mark: (args) => answer(`mark ${args.id} ${args.marking ?? "as the note"}`),
    refresh: () => void (refreshed += 1),
    newId: () => "new",
    beside: (theirs, own) => void log.push(`${own} beside ${theirs}`),
  });
  note.adopt([block("a"), block("b")]);
});
afterEach(() => vi.useRealTimers());

const shown = () => note.get().blocks.map((one) => `${one.id}"${wordsOf(one.body)}"`).join(" ");
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

describe("a note being written", () => {
  test("shows each letter at once and sends the last of a burst", async () => {
    for (const text of ["x", "xy", "xyz"]) {
      note.edit("a", says(text));
      await pass(REST / 2);
    }
    expect([shown(), log, note.get().isSaved]).toEqual([`a"xyz" b""`, [], false]);
    await pass(REST);
    expect([log, note.get().isSaved]).toEqual([[`edit a "xyz"`], true]);
  });

  test("does not wait for a rest that never comes", async () => {
    for (let time = 0; time < LONGEST + REST; time += REST / 2) {
      note.edit("a", says(String(time)));
      await pass(REST / 2);
    }
    expect(log.length).toBeGreaterThan(0);
  });

  test("keeps the order of what is done", async () => {
    note.edit("a", says("x"));
    note.recast({ blocks: [block("c")], after: "a" });
    note.edit("c", says("y"));
    note.move("b", null);
    note.recast({ gone: ["a"] });
    await note.flush();
    expect(log).toEqual([`edit a "x"`, "insert c after a", `edit c "y"`, "move b after nothing", "remove a"]);
    expect(shown()).toBe(`b"" c"y"`);
  });

  test("puts several blocks in at once", async () => {
    note.recast({ blocks: [block("c", "x"), block("d", "y")], after: "a" });
    await note.flush();
    expect([log, shown()]).toEqual([["insert c, d after a"], `a"" c"x" d"y" b""`]);
  });

  test("does in one step what one act does", async () => {
    note.edit("a", says("xy"));
    note.recast({ edits: [{ id: "a", body: says("x") }], blocks: [block("c", "y")], after: "a", gone: ["b"] });
    await note.flush();
    expect([log, shown()]).toEqual([[`edit a "xy"`, `edit a "x" + insert c after a + remove b`], `a"x" c"y"`]);
  });

  test("sends words that are part of an act with it", async () => {
    note.edit("a", says("pasted"));
    note.recast({ edits: [{ id: "a", body: note.get().blocks[0]?.body ?? says("") }], blocks: [block("c", "y")], after: "a" });
    await note.flush();
    expect(log).toEqual([`edit a "pasted" + insert c after a`]);
  });

  test("keeps an act that could not be saved, and tries it again first", async () => {
    fails = true;
    note.recast({ edits: [{ id: "a", body: says("x") }], blocks: [block("c", "y")], after: "a" });
    await note.flush();
    note.edit("c", says("yz"));
    note.adopt([block("a", "xy"), block("b")]);
    expect([note.get().isSaved, refreshed, shown()]).toEqual([false, 0, `a"x" c"yz" b""`]);
    fails = false;
    await note.flush();
    expect([log, note.get().isSaved]).toEqual([[`edit a "x" + insert c after a`, `edit c "yz"`], true]);
  });

  test("an act on what somebody else changed loses no word of either", async () => {
    note.recast({ edits: [{ id: "a", body: says("mine") }], blocks: [block("c", "rest")], after: "a", gone: ["b"] });
    elsewhere = "theirs";
    await note.flush();
    expect([log, shown()]).toEqual([["new beside a", "insert new after a", "insert c after new", "remove b"], `new"mine" c"rest"`]);
  });

  test("what is on its way follows words that got a block of their own", async () => {
    note.edit("a", says("mine and rest"));
    note.recast({ edits: [{ id: "a", body: says("mine") }], blocks: [block("c", "rest")], after: "a" });
    elsewhere = "theirs";
    await note.flush();
    expect(log).toEqual(["new beside a", "insert new after a", `edit new "mine" + insert c after new`]);
  });

  test("what was to follow a block that somebody took out goes first", async () => {
    missing = "b";
    note.recast({ blocks: [block("c", "x")], after: "b" });
    await note.flush();
    expect([log, note.get().problem]).toEqual([["insert c after nothing"], undefined]);
  });

  test("does not let an older answer overwrite what is being typed, and reads again afterwards", async () => {
    note.edit("a", says("new"));
    note.adopt([block("a", "old"), block("b")]);
    expect(shown()).toBe(`a"new" b""`);
    await note.flush();
    expect(refreshed).toBe(1);
    note.adopt([block("a", "new"), block("b", "from elsewhere")]);
    expect(shown()).toBe(`a"new" b"from elsewhere"`);
  });

  test("keeps the words when saving fails, and sends them later", async () => {
    fails = true;
    note.edit("a", says("precious"));
    await note.flush();
    expect([note.get().problem?.message, note.get().isSaved, shown()]).toEqual(["The disk is full.", false, `a"precious" b""`]);
    fails = false;
    await note.flush();
    expect([log, note.get().problem, note.get().isSaved]).toEqual([[`edit a "precious"`], undefined, true]);
  });

  test("undo waits for the words before it", async () => {
    note.edit("a", says("x"));
    await note.inTurn(() => Promise.resolve(void log.push("undo")));
    expect([log, refreshed]).toEqual([[`edit a "x"`, "undo"], 1]);
  });

  test("what somebody else wrote in the same block stays, and so do the words written here", async () => {
    note.edit("a", says("mine"));
    elsewhere = "theirs";
    await note.flush();
    expect([log, shown(), note.get().problem]).toEqual([["new beside a", "insert new after a"], `new"mine" b""`, undefined]);
    expect(refreshed).toBe(1);
    note.adopt([block("a", "theirs"), block("new", "mine"), block("b")], 2);
    note.edit("new", says("mine too"));
    elsewhere = "mine";
    await note.flush();
    expect(log.at(-1)).toBe(`edit new "mine too"`);
  });

  test("words that get a block of their own keep the marking they were written under", async () => {
    note.adopt([{ ...block("a"), marking: "SECRET" }, block("b")]);
    note.edit("a", says("mine"));
    elsewhere = "theirs";
    await note.flush();
    expect(log).toEqual(["new beside a", "insert new SECRET after a"]);
  });

  test("words in a block that somebody took out get one of their own", async () => {
    note.edit("b", says("mine"));
    missing = "b";
    await note.flush();
    expect([log, shown()]).toEqual([["new beside b", "insert new after a"], `a"" new"mine"`]);
  });

  test("an answer older than what was saved since is not taken over", async () => {
    note.edit("a", says("new"));
    await note.flush();
    note.adopt([block("a", "ne"), block("b")]);
    expect([shown(), refreshed]).toEqual([`a"new" b""`, 1]);
    note.adopt([block("a", "somebody’s"), block("b")], 1);
    expect(shown()).toBe(`a"somebody’s" b""`);
  });
});
