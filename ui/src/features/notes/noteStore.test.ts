import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Block, Body } from "../../api/generated";
import { LONGEST, openNote, REST, type NoteStore } from "./noteStore";
import { plain } from "./schema";

const says = (text: string): Body => ({ kind: "recommendation", text: [{ type: "text", text }] });
const block = (id: string, text = ""): Block => ({ id, note: "n", place: id, prompt: null, marking: null, body: says(text) });
const wordsOf = (body: Body) => (body.kind === "recommendation" ? plain(body.text) : body.kind);

let log: string[];
let fails: boolean;
let refreshed: number;
let note: NoteStore;

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  fails = false;
  refreshed = 0;
  const answer = (line: string) => (fails ? Promise.reject(new Error("The disk is full.")) : Promise.resolve(void log.push(line)));
  note = openNote("n", {
    insert: (args) => answer(`insert ${args.id ?? ""} after ${args.after ?? "nothing"}`),
    insertMany: (args) => answer(`insert ${args.blocks.map(({ id }) => id).join(", ")} after ${args.after ?? "nothing"}`),
    edit: (args) => answer(`edit ${args.id} "${wordsOf(args.body)}"`),
    move: (args) => answer(`move ${args.id} after ${args.after ?? "nothing"}`),
    mark: (args) => answer(`mark ${args.id} ${args.marking ?? "as the note"}`),
    remove: (args) => answer(`remove ${args.id}`),
    refresh: () => void (refreshed += 1),
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
    note.insert(block("c"), "a");
    note.edit("c", says("y"));
    note.move("b", null);
    note.remove("a");
    await note.flush();
    expect(log).toEqual([`edit a "x"`, "insert c after a", `edit c "y"`, "move b after nothing", "remove a"]);
    expect(shown()).toBe(`b"" c"y"`);
  });

  test("puts several blocks in at once", async () => {
    note.insertMany([block("c", "x"), block("d", "y")], "a");
    await note.flush();
    expect([log, shown()]).toEqual([["insert c, d after a"], `a"" c"x" d"y" b""`]);
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
});
