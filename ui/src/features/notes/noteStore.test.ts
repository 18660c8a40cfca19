import { describe, expect, test, vi } from "vitest";
import type { Body } from "../../api/generated";
import { LONGEST, REST, type NoteStore } from "./noteStore";
import { block, eachBegins, says, type FakeCore } from "./noteStore.testing";

let core: FakeCore;
let note: NoteStore;

eachBegins((begun) => ({ core, note } = begun));

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

describe("a note being written", () => {
  test("shows each letter at once and sends the last of a burst", async () => {
    for (const text of ["x", "xy", "xyz"]) {
      note.edit("a", says(text));
      await pass(REST / 2);
    }
    expect([core.shown(note), core.log, note.get().isSaved]).toEqual([`a"xyz" b""`, [], false]);
    await pass(REST);
    expect([core.log, note.get().isSaved]).toEqual([[`edit a "xyz"`], true]);
  });

  test("does not wait for a rest that never comes", async () => {
    for (let time = 0; time < LONGEST + REST; time += REST / 2) {
      note.edit("a", says(String(time)));
      await pass(REST / 2);
    }
    expect(core.log.length).toBeGreaterThan(0);
  });

  test("keeps the order of what is done", async () => {
    note.edit("a", says("x"));
    note.recast({ blocks: [block("c")], after: "a" });
    note.edit("c", says("y"));
    note.move("b", null);
    note.recast({ gone: ["a"] });
    await note.flush();
    expect(core.log).toEqual([`edit a "x"`, "insert c after a", `edit c "y"`, "move b after nothing", "remove a"]);
    expect(core.shown(note)).toBe(`b"" c"y"`);
  });

  test("sends what is an act of its own apart from the letters before it, and tells which go on", async () => {
    const bold: Body = { kind: "recommendation", text: [{ type: "text", text: "xyz", bold: true }] };
    const sent: string[] = [];
    core.seen = (_, goesOn) => void sent.push(goesOn === true ? "goes on" : "apart");
    for (const text of ["x", "xy"]) note.edit("a", says(text));
    await pass(REST);
    note.edit("a", says("xyz"));
    note.edit("a", bold);
    note.edit("a", says("xyz"));
    await note.flush();
    expect(core.log).toEqual([`edit a "xy"`, `edit a "xyz"`, `edit a "xyz"`, `edit a "xyz"`]);
    expect(sent).toEqual(["apart", "goes on", "apart", "apart"]);
  });

  test("what stands for words that could not be saved goes on from nothing", async () => {
    const sent: unknown[] = [];
    note.edit("a", says("x"));
    await note.flush();
    core.fails = true;
    note.edit("a", says("x several words"));
    note.edit("a", says("x several wordsy"));
    await note.flush();
    note.edit("a", says("x several wordsyz"));
    await note.flush();
    core.fails = false;
    core.seen = (_, goesOn) => void sent.push(goesOn);
    await note.flush();
    expect(core.log).toEqual([`edit a "x"`, `edit a "x several wordsyz"`]);
    expect(sent.at(-1)).toBe(false);
  });

  test("puts several blocks in at once", async () => {
    note.recast({ blocks: [block("c", "x"), block("d", "y")], after: "a" });
    await note.flush();
    expect([core.log, core.shown(note)]).toEqual([["insert c, d after a"], `a"" c"x" d"y" b""`]);
  });

  test("does in one step what one act does", async () => {
    note.edit("a", says("xy"));
    note.recast({ edits: [{ id: "a", body: says("x") }], blocks: [block("c", "y")], after: "a", gone: ["b"] });
    await note.flush();
    expect([core.log, core.shown(note)]).toEqual([[`edit a "xy"`, `edit a "x" + insert c after a + remove b`], `a"x" c"y"`]);
  });

  test("sends words that are part of an act with it", async () => {
    note.edit("a", says("pasted"));
    note.recast({ edits: [{ id: "a", body: note.get().blocks[0]?.body ?? says("") }], blocks: [block("c", "y")], after: "a" });
    await note.flush();
    expect(core.log).toEqual([`edit a "pasted" + insert c after a`]);
  });

  test("does not let an older answer overwrite what is being typed, and reads again afterwards", async () => {
    note.edit("a", says("new"));
    note.adopt([block("a", "old"), block("b")]);
    expect(core.shown(note)).toBe(`a"new" b""`);
    await note.flush();
    expect(core.refreshed).toBe(1);
    note.adopt([block("a", "new"), block("b", "from elsewhere")]);
    expect(core.shown(note)).toBe(`a"new" b"from elsewhere"`);
  });

  test("keeps the words when saving fails, and sends them later", async () => {
    core.fails = true;
    note.edit("a", says("precious"));
    await note.flush();
    expect([note.get().problem?.message, note.get().isSaved, core.shown(note)]).toEqual(["The disk is full.", false, `a"precious" b""`]);
    core.fails = false;
    await note.flush();
    expect([core.log, note.get().problem, note.get().isSaved]).toEqual([[`edit a "precious"`], undefined, true]);
  });

  test("undo waits for the words before it", async () => {
    note.edit("a", says("x"));
    await note.inTurn(() => Promise.resolve(void core.log.push("undo")));
    expect([core.log, core.refreshed]).toEqual([[`edit a "x"`, "undo"], 1]);
  });

  test("an answer older than what was saved since is not taken over", async () => {
    note.edit("a", says("new"));
    await note.flush();
    note.adopt([block("a", "ne"), block("b")]);
    expect([core.shown(note), core.refreshed]).toEqual([`a"new" b""`, 1]);
    note.adopt([block("a", "somebody’s"), block("b")], 1);
    expect(core.shown(note)).toBe(`a"somebody’s" b""`);
  });
});
