// Undo in the editor and undo of the dossier are one history to whoever sits before the window, across a restart too; and a
// program that is killed loses at most a second of typing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, moveToEnd, open, openNote, paste, until } from "./window.mjs";

const plain = ({ body }) => (body.text ?? []).map((inline) => inline.text ?? "").join("");

/** The sample's note with the caret at the end of its first paragraph, and ways to ask how things stand. */
async function begin(window) {
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const blocks = async () => (await call("note_get", { id: note })).blocks;
  const first = (await blocks()).find(({ body }) => body.kind === "paragraph");
  const field = () => page.locator(`[data-block="${first.id}"] [data-note-field]`).last();
  const write = async (words) => {
    await field().click();
    await moveToEnd(page);
    await page.keyboard.type(words);
    await until(blocks, (all) => plain(all.find(({ id }) => id === first.id)).endsWith(words));
  };
  const stands = async () => ({
    words: plain((await blocks()).find(({ id }) => id === first.id)),
    blocks: (await blocks()).length,
    kept: (await call("excerpt_list", {})).length,
    comments: (await call("comment_list", { id: note })).length,
  });
  /** Presses undo in the note, and waits for what is to stand then. */
  const undo = async (expect, keys = "Control+z") => {
    await field().click();
    await page.keyboard.press(keys);
    await until(stands, (now) => JSON.stringify(now) === JSON.stringify(expect));
    // In the window, too: the words between the citations.
    const shown = () => field().evaluate((it) => [...it.childNodes].map((node) => (node.contentEditable === "false" ? "" : node.textContent)).join(""));
    await until(shown, (words) => words === expect.words);
  };
  return { note, title, blocks, field, write, stands, undo };
}

/** Keeps the beginning of the first source, and comes back to the note. */
async function keepASentence({ page, call }, title) {
  const before = (await call("excerpt_list", {})).length;
  const [{ source }] = await call("source_list", {});
  await goTo(page, 1);
  await call("excerpt_keep", { source: source.id, start: 0, end: 40 });
  await until(() => call("excerpt_list", {}), (list) => list.length === before + 1);
  await openNote(page, title);
}

test("type, keep, type, and undo three times; and again after a restart", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { write, stands, undo, title } = await begin(window);
  const states = [await stands()];
  await write(" First words.");
  states.push(await stands());
  await keepASentence(window, title);
  states.push(await stands());
  await write(" Second words.");
  states.push(await stands());
  await undo(states[2]);
  await undo(states[1]);
  await undo(states[0]);
  for (const state of states.slice(1)) await undo(state, "Control+Shift+z");

  await window.restart();
  await openNote(window.page, title);
  await undo(states[2]);
  await undo(states[1]);
  await undo(states[0]);
  assert.deepEqual(window.complaints, []);
});

test("comments, tables and what was pasted are steps of the same history", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const { note, blocks, field, write, stands, undo } = await begin(window);
  const states = [await stands()];
  const step = async (act, done) => {
    await act();
    await until(stands, done(states.at(-1)));
    states.push(await stands());
  };
  await write(" Words.");
  states.push(await stands());
  await step(
    async () => {
      await page.keyboard.press("Control+Alt+m");
      await page.getByRole("dialog", { name: "Comment" }).waitFor();
      await page.keyboard.type("Which?");
      await page.keyboard.press("Control+Enter");
    },
    ({ comments }) => (now) => now.comments === comments + 1,
  );
  await step(
    async () => {
      await field().click();
      await moveToEnd(page);
      await page.keyboard.press("Enter");
      await page.keyboard.press("/");
      await page.getByRole("listbox").waitFor();
      await page.keyboard.type("Positions table");
      await page.getByRole("option", { name: "Positions table" }).waitFor();
      await page.keyboard.press("Enter");
      await until(blocks, (all) => all.some(({ body }, at) => at > 0 && body.kind === "positions_table"));
    },
    (before) => (now) => now.blocks === before.blocks + 1,
  );
  await step(
    async () => {
      await field().click();
      await moveToEnd(page);
      await paste(page, { html: "<h2>Pasted</h2><p>One.</p><ul><li>Two</li><li>Three</li></ul>", plain: "" });
    },
    (before) => (now) => now.blocks === before.blocks + 3,
  );
  const all = JSON.stringify((await call("note_get", { id: note })).blocks);
  assert.ok(["Pasted", "One.", "Two", "Three"].every((words) => all.includes(words)));

  await window.restart();
  await openNote(page, (await call("note_list"))[0].title);
  await undo(states[3]);
  // The table took the place of an empty paragraph, which comes back first.
  await field().click();
  await page.keyboard.press("Control+z");
  await until(blocks, (all) => all.some(({ body }) => body.kind === "paragraph" && body.text.length === 0));
  await undo(states[2]);
  await undo(states[1]);
  await undo(states[0]);
  assert.deepEqual(window.complaints, []);
});

test("what one act does to several blocks is one step, and the caret stays in the note", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page } = window;
  const { blocks, field, write, title } = await begin(window);
  const bodies = async () => JSON.stringify((await blocks()).map(({ body }) => body));
  const states = [await bodies()];
  const act = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    states.push(await until(bodies, (now) => now !== states.at(-1)));
    // Nothing of it is still to come.
    await page.getByRole("status").filter({ hasText: /^saved$/ }).waitFor({ state: "attached" });
    assert.equal(await bodies(), states.at(-1));
  };
  const undone = async (keys) => {
    await page.keyboard.press(keys);
    await until(bodies, (now) => now === (keys === "Control+z" ? states.at(-2) : states.at(-1)));
  };
  const isWithin = () => page.evaluate(() => document.activeElement.closest("[data-block]") !== null);

  await write(" Words.");
  states.push(await bodies());
  await act("Enter");
  await page.keyboard.press("/");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.type("Lines to take");
  await page.getByRole("option", { name: "Lines to take" }).waitFor();
  await act("Enter");
  await field().click();
  await moveToEnd(page);
  await act(..."Words.".split("").map(() => "ArrowLeft"), "Enter");
  await act("Backspace");
  const html = "<p>One.</p><p>Two.</p>";
  await paste(page, { html });
  states.push(await until(bodies, (now) => now !== states.at(-1)));
  await act("Enter");
  await paste(page, { html });
  states.push(await until(bodies, (now) => now !== states.at(-1)));

  await window.restart();
  await openNote(page, title);
  const all = [...states];
  while (states.length > 1) {
    await undone("Control+z");
    await until(isWithin, (within) => within);
    states.pop();
  }
  while (states.length < all.length) {
    states.push(all[states.length]);
    await undone("Control+Shift+z");
    await until(isWithin, (within) => within);
  }
  assert.deepEqual(window.complaints, []);
});

test("letters, bold, a citation and the next sentence are undone one by one, however fast they came", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page } = window;
  const { blocks, write } = await begin(window);
  const { id } = (await blocks()).find(({ body }) => body.kind === "paragraph");
  const text = async () => JSON.stringify((await blocks()).find((block) => block.id === id).body.text);
  const isSaved = () => page.getByRole("status").filter({ hasText: /^saved$/ }).waitFor({ state: "attached" });
  const states = [await text()];
  const stands = async () => {
    await isSaved();
    assert.notEqual(await text(), states.at(-1));
    states.push(await text());
  };
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await write(" Swift.");
  await stands();
  await press(...[..."Swift."].map(() => "Shift+ArrowLeft"), "Control+b", "ArrowRight");
  await until(text, (now) => now.includes("bold"));
  await stands();
  await page.keyboard.type(" @");
  await page.getByRole("listbox").waitFor();
  await stands();
  await press("Enter");
  await until(text, (now) => !now.includes("@"));
  await stands();
  await page.keyboard.type(" And more.");
  await until(text, (now) => now.includes("And more."));
  await stands();
  // Without a rest in between: the next sentence, its last letter in bold, and on.
  await page.keyboard.type(" Fast");
  await press("Shift+ArrowLeft", "Control+b", "ArrowRight");
  await page.keyboard.type("est");
  await until(text, (now) => now.includes("test"));
  await isSaved();
  assert.match(await text(), / Fas".*"test","bold":true/);

  await press("Control+z");
  await until(text, (now) => / Fas".*"t","bold":true/.test(now));
  await press("Control+z");
  await until(text, (now) => now.includes(" Fast"));
  for (const before of states.reverse()) {
    await press("Control+z");
    await until(text, (now) => now === before);
  }
  for (const after of states.reverse().slice(1)) {
    await press("Control+Shift+z");
    await until(text, (now) => now === after);
  }
  assert.deepEqual(window.complaints, []);
});

test("a program that is killed while somebody types loses at most a second", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page } = window;
  const { field, stands, title } = await begin(window);
  await field().click();
  await moveToEnd(page);
  const pressed = [];
  const start = Date.now();
  while (Date.now() - start < 4000) {
    await page.keyboard.press(String(pressed.length % 10));
    pressed.push(Date.now());
    await page.waitForTimeout(60);
  }
  const killed = Date.now();
  await window.restart("SIGKILL");
  const { words } = await stands();
  const [typed] = /\d*$/.exec(words);
  const owed = pressed.filter((at) => killed - at >= 1000).length;
  console.log(`${pressed.length} keys in ${killed - start} ms; of ${owed} older than a second when it was killed, ${Math.min(owed, typed.length)} are there, ${typed.length} in all`);
  assert.ok(typed.length >= owed, `${typed.length} of ${owed}`);
  await openNote(page, title);
  await page.locator("[data-note-field]").filter({ hasText: typed }).first().waitFor();
});
