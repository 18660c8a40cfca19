import { describe, expect, test, vi } from "vitest";
import type { Body } from "../../api/generated";
import { LONGEST, type NoteStore } from "./noteStore";
import { block, eachBegins, says, type FakeCore } from "./noteStore.testing";

let core: FakeCore;
let note: NoteStore;

eachBegins((begun) => ({ core, note } = begun));

describe("a note whose words meet with something", () => {
  test("keeps an act that could not be saved, and tries it again first", async () => {
    core.fails = true;
    note.recast({ edits: [{ id: "a", body: says("x") }], blocks: [block("c", "y")], after: "a" });
    await note.flush();
    note.edit("c", says("yz"));
    note.adopt([block("a", "xy"), block("b")]);
    expect([note.get().isSaved, core.refreshed, core.shown(note)]).toEqual([false, 0, `a"x" c"yz" b""`]);
    core.fails = false;
    await note.flush();
    expect([core.log, note.get().isSaved]).toEqual([[`edit a "x" + insert c after a`, `edit c "yz"`], true]);
  });

  test("words that take the place of refused ones do not stand over what somebody else wrote meanwhile", async () => {
    core.flawed = "bad";
    note.edit("a", says("bad"));
    await note.flush();
    core.wrote = { a: "theirs" };
    note.adopt([block("a", "theirs"), block("b")], core.refreshedAs);
    note.edit("a", says("good"));
    await note.flush();
    expect([core.log, core.shown(note)]).toEqual([["new beside a", "insert new after a"], `new"good" b""`]);
  });

  test("an act of which a part is refused says so", async () => {
    core.flawed = "bad";
    note.recast({ edits: [{ id: "a", body: says("bad") }], gone: ["b"] });
    await note.flush();
    expect([note.get().isSaved, note.get().problem?.message]).toEqual([false, "It is refused."]);
    core.flawed = undefined;
    await note.flush();
    expect([note.get().isSaved, note.get().problem]).toEqual([true, undefined]);
  });

  test("an undo does not come before what is unsaved", async () => {
    core.fails = true;
    note.edit("a", says("one"));
    await note.flush();
    const undo = () => Promise.resolve(void core.log.push("undo"));
    await note.inTurn(undo);
    expect([core.log, note.get().problem?.message]).toEqual([[], "The disk is full."]);
    core.fails = false;
    await note.inTurn(undo);
    expect([core.log, note.get().problem]).toEqual([[`edit a "one"`, "undo"], undefined]);
  });

  test("an act on what somebody else changed loses no word of either", async () => {
    note.recast({ edits: [{ id: "a", body: says("mine") }], blocks: [block("c", "rest")], after: "a", gone: ["b"] });
    core.wrote = { a: "theirs" };
    await note.flush();
    expect([core.log, core.shown(note)]).toEqual([["new beside a", "insert new after a", "insert c after new", "remove b"], `new"mine" c"rest"`]);
  });

  test("what is on its way follows words that got a block of their own", async () => {
    note.edit("a", says("mine and rest"));
    note.recast({ edits: [{ id: "a", body: says("mine") }], blocks: [block("c", "rest")], after: "a" });
    core.elsewhere = "theirs";
    await note.flush();
    expect(core.log).toEqual(["new beside a", "insert new after a", `edit new "mine" + insert c after new`]);
  });

  test("what was to follow a block that somebody took out goes first", async () => {
    core.missing.add("b");
    note.recast({ blocks: [block("c", "x")], after: "b" });
    await note.flush();
    expect([core.log, note.get().problem]).toEqual([["insert c after nothing"], undefined]);
  });

  test("what somebody else wrote in the same block stays, and so do the words written here", async () => {
    note.edit("a", says("mine"));
    core.elsewhere = "theirs";
    await note.flush();
    expect([core.log, core.shown(note), note.get().problem]).toEqual([["new beside a", "insert new after a"], `new"mine" b""`, undefined]);
    expect(core.refreshed).toBe(1);
    note.adopt([block("a", "theirs"), block("new", "mine"), block("b")], 2);
    note.edit("new", says("mine too"));
    core.elsewhere = "mine";
    await note.flush();
    expect(core.log.at(-1)).toBe(`edit new "mine too"`);
  });

  test("words that get a block of their own keep the marking they were written under", async () => {
    note.adopt([{ ...block("a"), marking: "SECRET" }, block("b")]);
    note.edit("a", says("mine"));
    core.elsewhere = "theirs";
    await note.flush();
    expect(core.log).toEqual(["new beside a", "insert new SECRET after a"]);
  });

  test("words in a block that somebody took out get one of their own", async () => {
    note.edit("b", says("mine"));
    core.missing.add("b");
    await note.flush();
    expect([core.log, core.shown(note)]).toEqual([["new beside b", "insert new after a"], `a"" new"mine"`]);
  });

  test("knows the words of an act as the core keeps them", async () => {
    const sent: unknown[] = [];
    const joined: Body = { kind: "recommendation", text: [{ type: "text", text: "one" }, { type: "text", text: " two" }] };
    note.recast({ edits: [{ id: "a", body: joined }], blocks: [{ ...block("c"), body: joined }], after: "a" });
    await note.flush();
    core.seen = (was) => sent.push(was);
    note.edit("a", says("one two!"));
    note.edit("c", says("one two?"));
    await note.flush();
    expect(sent).toEqual([says("one two"), says("one two")]);
  });

  test("words in a block whose act is unsaved wait for it", async () => {
    core.missing.add("c");
    core.fails = true;
    note.recast({ blocks: [block("c", "y")], after: "a" });
    await note.flush();
    note.edit("c", says("yz"));
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect([core.log, core.shown(note), note.get().problem?.message]).toEqual([[], `a"" c"yz" b""`, "The disk is full."]);
    note.recast({ edits: [{ id: "c", body: says("y") }], blocks: [block("d", "z")], after: "c" });
    await note.flush();
    core.fails = false;
    await note.flush();
    expect(core.log).toEqual(["insert c after a", `edit c "yz"`, `edit c "y" + insert d after c`]);
    expect([note.get().isSaved, note.get().problem, core.shown(note)]).toEqual([true, undefined, `a"" c"y" d"z" b""`]);
  });

  test("nothing overtakes what is unsaved, also while something slow is under way", async () => {
    core.fails = true;
    let done: () => void = () => undefined;
    note.recast({ blocks: [block("c", "y")], after: "a" });
    void note.inTurn(() => new Promise<void>((resolve) => (done = resolve)));
    note.move("b", "c");
    await vi.advanceTimersByTimeAsync(0);
    core.fails = false;
    const flushed = note.flush();
    done();
    await flushed;
    expect(core.log).toEqual(["insert c after a", "move b after c"]);
  });

  test("what one part of an act meets costs no other part", async () => {
    note.recast({ edits: [{ id: "a", body: says("mine") }], blocks: [block("c", "rest")], after: "a", gone: ["b"] });
    core.wrote = { a: "theirs" };
    core.fails = true;
    await note.flush();
    expect([core.log, note.get().isSaved]).toEqual([["new beside a"], false]);
    core.fails = false;
    await note.flush();
    expect([core.log, note.get().isSaved]).toEqual([["new beside a", "insert new after a", "insert c after new", "remove b"], true]);
  });

  test("blocks keep their place when the disk is full, and go first only if it is gone", async () => {
    core.missing.add("b");
    note.recast({ edits: [{ id: "b", body: says("mine") }], blocks: [block("c", "x")], after: "b" });
    core.fails = true;
    await note.flush();
    core.fails = false;
    await note.flush();
    expect(core.log).toEqual(["new beside b", "insert new after a", "insert c after new"]);
  });

  test("follows words from block to block", async () => {
    core.elsewhere = "theirs";
    note.edit("a", says("mine"));
    await note.flush();
    note.edit("new", says("mine too"));
    core.wrote = { new: "theirs" };
    core.names = ["newer"];
    await note.flush();
    expect([note.here("a"), note.here("new"), note.here("b")]).toEqual(["newer", "newer", "b"]);
  });

  test("says that something is unsaved for as long as it is", async () => {
    core.fails = true;
    note.recast({ blocks: [block("c", "y")], after: "a" });
    await note.flush();
    core.fails = false;
    await note.inTurn(() => Promise.resolve(void (core.fails = true)));
    core.fails = true;
    note.edit("a", says("x"));
    await note.flush();
    await note.inTurn(() => Promise.resolve());
    expect(note.get().problem?.message).toBe("The disk is full.");
  });

  test("what is refused stays in its block and is told, and the rest goes on", async () => {
    core.flawed = "bad";
    core.missing.add("d");
    note.recast({ blocks: [block("c", "x"), block("d", "bad"), block("e", "z")], after: "a", gone: ["b"] });
    await note.flush();
    expect([core.log, core.shown(note), note.get().problem?.message]).toEqual([["insert c after a", "insert e after c"], `a"" c"x" d"bad" e"z"`, "It is refused."]);
    // The note is read anew, and undo can be seen.
    note.adopt([block("a"), block("c", "x"), block("e", "z"), block("b")], core.refreshedAs);
    expect([core.shown(note), note.get().isSaved]).toEqual([`a"" c"x" d"bad" e"z" b""`, false]);
    note.edit("d", says("good"));
    await note.flush();
    expect([core.log.at(-1), note.get().problem, note.get().isSaved]).toEqual(["insert d after c", undefined, true]);
  });

  test("words that are refused stay as they are shown, and go with their block", async () => {
    core.flawed = "bad";
    note.edit("a", says("bad"));
    await note.flush();
    note.adopt([block("a", "before"), block("b", "theirs")], core.refreshedAs ?? 1);
    expect([core.shown(note), note.get().isSaved, note.get().problem?.message]).toEqual([`a"bad" b"theirs"`, false, "It is refused."]);
    note.recast({ gone: ["a"] });
    await note.flush();
    expect([core.log, note.get().problem, note.get().isSaved]).toEqual([["remove a"], undefined, true]);
  });

  test("a join leaves standing what somebody else wrote in the block that was to go", async () => {
    note.adopt([block("a", "one"), block("b", "two")]);
    note.recast({ edits: [{ id: "a", body: says("one two") }], gone: ["b"] });
    core.wrote = { b: "theirs" };
    await note.flush();
    expect([core.log, core.refreshed, note.get().problem]).toEqual([[`edit a "one two"`], 1, undefined]);
  });
});
