// Where the focus is after an act in a note whose button, row or dialog went with it; and what its dialogs and pages keep.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { moveToEnd, open, openNote, serious, until } from "./window.mjs";

/** A picture of one point. */
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe("the focus goes on", () => {
  let window, page, call, note, title;
  /** The first and the second paragraph. */
  let blocks;
  before(async () => {
    window = await open({ sample: true });
    ({ page, call } = window);
    [{ id: note, title }] = await call("note_list");
    blocks = (await call("note_get", { id: note })).blocks.filter(({ body }) => body.kind === "paragraph").map(({ id }) => id);
    writeFileSync(join(window.folder, "point.png"), PICTURE);
    writeFileSync(join(window.folder, "words.png"), "only words");
    await openNote(page, title);
    page.setDefaultTimeout(5000);
  });
  after(async () => {
    assert.deepEqual(window.complaints, []);
    await window.close();
  });

  /** What has the focus: its name or its words, and the kind of block it stands in. */
  const focused = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const named = document.getElementById((focused.getAttribute("aria-labelledby") ?? "").split(" ")[0])?.textContent;
      const name = focused.getAttribute("aria-label") ?? named ?? focused.textContent;
      const kind = focused.closest("[data-block]")?.dataset.kind;
      return kind === undefined ? name : `${kind}: ${name}`;
    });
  const settled = () => page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  /** What is done, one step after another: a key, words after a "›", or anything else; and what has the focus then. */
  const check = (name, steps, expect) =>
    test(name, async () => {
      for (const step of [steps].flat()) {
        if (typeof step !== "string") await step();
        else if (step.startsWith("›")) await page.keyboard.type(step.slice(1));
        else await page.keyboard.press(step);
      }
      const wanted = typeof expect === "function" ? expect() : expect;
      const isThere = (now) => (wanted instanceof RegExp ? wanted.test(now) : now === wanted);
      await until(focused, isThere, 5).catch(async () => assert.equal(await focused(), String(wanted)));
      // It is not taken away again.
      await settled();
      assert.ok(isThere(await focused()), await focused());
    });

  const press = (role, name, key = "Enter") => () => page.getByRole(role, { name, exact: typeof name === "string" }).first().press(key);
  const click = (role, name) => () => page.getByRole(role, { name, exact: typeof name === "string" }).first().click();
  const dialog = (name) => () => page.getByRole("dialog", { name }).waitFor();
  const gone = (name) => () => page.getByRole("dialog", { name }).waitFor({ state: "detached" });
  const remark = (at, ...texts) => async () => {
    const block = blocks[at];
    for (const text of texts) await call("comment_add", { block, text, words: null });
    await page.locator(`[data-block="${block}"]`).getByRole("button", { name: `${texts.length} comment` }).waitFor();
  };
  const write = (at) => () => page.locator(`[data-block="${blocks[at]}"] [data-note-field]`).last().click();
  const sign = (at) => () => page.locator(`[data-block="${blocks[at]}"]`).getByRole("button", { name: /^\d comment/ }).press("Enter");
  const answerPath = (file) => async () => {
    await page.getByRole("textbox", { name: "Path" }).fill(join(window.folder, file));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("textbox", { name: "Path" }).waitFor({ state: "detached" });
  };
  const asksPath = () => page.getByRole("textbox", { name: "Path" }).waitFor();

  // Comments, in the margin and in the list.
  const inMargin = /^paragraph: /;
  check("settling a comment in the margin leads to the next one", [remark(0, "One", "Two", "Three"), sign(0), press("button", "Settle: One")], "Settle: Two");
  check("deleting the last of several, to the one before", press("button", "Delete the comment: Three"), "Delete the comment: Two");
  check("settling the only one, to the text it is about", press("button", "Settle: Two"), inMargin);
  test("a comment whose writer is not known begins with its words", async () => {
    const block = blocks[1];
    const text = (await call("note_get", { id: note })).blocks.find(({ id }) => id === block).body.text.find((one) => one.type === "text").text;
    await call("comment_add", { block, text: "Whose?", words: text.split(" ")[0] });
    await page.locator(`[data-block="${block}"] [title="Whose?"]`).waitFor();
  });
  check("showing from the margin what a comment is about leads to its words", [sign(1), press("button", "Show what it is about: Whose?")], inMargin);
  test("which are selected", async () => assert.match(await page.evaluate(() => String(window.getSelection())), /^\S+$/));
  const list = () => page.getByRole("region", { name: "Comments" });
  check("in the list, to the next one", [remark(0, "Four", "Five"), () => list().getByRole("button", { name: /^\d comments?$/ }).press("Enter"), () => list().getByRole("button", { name: "Settle: Four" }).press("Enter")], "Settle: Five");
  check("deleting in the list, too", () => list().getByRole("button", { name: "Delete the comment: Five" }).press("Enter"), "Delete the comment: Whose?");
  check("and with the last, to what heads the list", () => list().getByRole("button", { name: "Settle: Whose?" }).press("Enter"), "0 comments");
  check("raising one again, to the next that is settled", [() => list().getByRole("button", { name: /settled$/ }).press("Enter"), () => list().getByRole("button", { name: /^Take up again: One$/ }).press("Enter")], /Two$/);
  test("nothing serious on the page", async () => assert.deepEqual(await serious(page), []));

  // Who gets the note. The sample names some already.
  const takeAllOut = async () => {
    const takeOut = page.getByRole("dialog").getByRole("button", { name: /^Take out recipient/ });
    await takeOut.first().waitFor();
    for (let left = await takeOut.count(); left > 0; left -= 1) {
      await takeOut.first().click();
      await until(() => takeOut.count(), (count) => count === left - 1);
    }
  };
  const who = (number) => `Recipient ${number}`;
  check("adding a recipient leads to where its name goes", [click("button", "Details"), dialog("Details of the note"), takeAllOut, press("button", "Add a recipient"), "›The first"], who(1));
  check("by the space bar too", [press("button", "Add a recipient", " "), "›The second one"], who(2));
  check("a third", [press("button", "Add a recipient"), "›The third"], who(3));
  check("taking one out leads to the next", press("button", "Take out recipient 2"), "Take out recipient 2");
  check("the last, to the one before", press("button", "Take out recipient 2"), "Take out recipient 1");
  test("and what was typed stays in its row", async () => assert.equal(await page.getByRole("textbox", { name: who(1), exact: true }).inputValue(), "The first"));
  check("the only one, to where one is added", press("button", "Take out recipient 1"), "Add a recipient");
  check("one Esc leaves the dialog, whatever a tooltip says", [press("button", "Add a recipient"), "Tab", "Tab", settled, () => page.getByRole("tooltip").waitFor(), "Escape", gone("Details of the note")], "Details");

  // Pictures.
  const picture = [press("button", /^Insert/), "›Picture", "Enter", asksPath];
  check("no path leads back to the button", [...picture, "Escape"], /^Insert/);
  check("no words for the picture do too", [...picture, answerPath("point.png"), dialog(/picture/i), "›A wrong map", "Escape", gone(/picture/i)], /^Insert/);
  check("a picture that is none is said, once", [...picture, answerPath("words.png"), dialog(/picture/i), async () => assert.equal(await page.getByRole("dialog").getByRole("textbox").inputValue(), ""), "›A map", "Enter", () => page.getByText(/“words.png” cannot be put in the note/).waitFor(), "Escape", gone(/picture/i)], /^Insert/);
  check(
    "the next one begins anew, and goes in under the caret",
    [write(1), () => moveToEnd(page), "Enter", "›/", () => page.getByRole("dialog").waitFor(), "›Picture", "Enter", asksPath, answerPath("point.png"), dialog(/picture/i), async () => assert.equal(await page.getByText(/cannot be put in the note/).count(), 0), async () => assert.equal(await page.getByRole("dialog").getByRole("textbox").inputValue(), ""), "›A point", "Enter", gone(/picture/i)],
    "picture: Caption",
  );
  check("out of the words, back into them", [write(1), () => moveToEnd(page), "Enter", "›/", () => page.getByRole("dialog").waitFor(), "›Picture", "Enter", asksPath, answerPath("point.png"), dialog(/picture/i), "Escape", gone(/picture/i)], /^paragraph: /);

  // Blocks that go, and what has changed behind them.
  let added;
  /** Puts blocks behind all others. */
  const put = (...bodies) => async () => {
    const { blocks: there } = await call("note_get", { id: note });
    added = bodies.map((body) => ({ id: crypto.randomUUID(), body }));
    await call("blocks_recast", { note, blocks: added, after: there.at(-1).id });
    await page.locator(`[data-block="${added.at(-1).id}"]`).waitFor();
  };
  const paragraph = (text) => ({ kind: "paragraph", level: 1, lead: [], text: text === "" ? [] : [{ type: "text", text }] });
  const within = (at) => page.locator(`[data-block="${added[at].id}"]`);
  const chooseInMenu = (at, entry) => async () => {
    const more = within(at).getByRole("button", { name: /^More for this block/ });
    await more.hover();
    await page.waitForTimeout(100);
    await more.click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  const positions = async () => (await call("position_list", {})).filter(({ state }) => state === "current");
  /** A block about a position that has changed since, or that another has come in the place of. */
  const changed = (isReplaced) => async () => {
    const [position] = await positions();
    await put({ kind: "position", position: position.id })();
    const facts = { ...position, summary: `${crypto.randomUUID()}` };
    if (isReplaced) await call("position_record", { facts: { ...facts, supersedes: position.id } });
    else await call("position_edit", { id: position.id, facts });
  };
  const choose = (name) => () => within(0).getByRole("button", { name, exact: true }).click();
  check("a block taken out by the pointer leads to the one before, wherever the caret is", [put(paragraph("One"), paragraph("Two")), write(0), chooseInMenu(1, "Take out")], /^paragraph: /);
  test("which is the one it stood behind", async () => assert.ok(await within(0).evaluate((block) => block.contains(document.activeElement))));
  check("the only place it could", [put({ kind: "page_break" }, paragraph("Two")), write(0), chooseInMenu(1, "Take out")], /^page_break: /);
  check("one put in below has the focus", [put({ kind: "page_break" }, paragraph("Two")), write(0), chooseInMenu(0, "Insert below")], /^paragraph: /);
  test("and stands there", async () => {
    const at = await page.evaluate(() => document.activeElement.closest("[data-block]").dataset.block);
    const ids = (await call("note_get", { id: note })).blocks.map(({ id }) => id);
    assert.equal(ids.indexOf(at), ids.indexOf(added[0].id) + 1);
  });
  check("taking what is new leads to the block", [changed(false), write(0), choose("Take it as it is now")], /^position: /);
  check("taking the one in its place, too", [changed(true), write(0), choose("Use the new one")], /^position: /);
  check("showing both, to what they are called", [changed(true), write(0), choose("Show then and now")], /^change: /);
  /** Then and now, and one that took the place of now. */
  const movedOn = async () => {
    await changed(true)();
    const { body } = (await call("note_get", { id: note })).blocks.at(-1);
    const now = (await positions()).find(({ supersedes }) => supersedes === body.position);
    await put({ kind: "change", from: body.position, to: now.id, label: [] })();
    await call("position_record", { facts: { ...now, supersedes: now.id, summary: "Once more." } });
  };
  check("and once more, where now has moved on", [movedOn, write(0), choose("Use the new one")], /^change: /);
  check("keeping the one there was, to the block", [changed(true), write(0), choose("Keep this one")], /^position: /);
  const insert = (kind) => ["/", () => page.getByRole("dialog").waitFor(), `›${kind}`, "Enter"];
  check("what was put in for an empty paragraph and is undone leads back to it", [put(paragraph("")), () => within(0).locator("[data-note-field]").click(), ...insert("Page break"), () => page.locator("[data-kind=page_break]:focus").waitFor(), settled, "Control+z"], /^paragraph: /);
  check("a table, too", [() => within(0).locator("[data-note-field]").click(), ...insert("Positions table"), () => page.locator("[data-kind=positions_table] [data-note-field]:focus").waitFor(), settled, "Control+z"], /^paragraph: /);
  check("a timeline, too", [() => within(0).locator("[data-note-field]").click(), ...insert("Timeline"), settled, "Enter", () => page.locator("[data-kind=timeline]:focus").waitFor(), settled, "Control+z"], /^paragraph: /);

  // Copies.
  const copies = (name) => [press("button", "Which copy"), () => page.getByRole("menuitem", { name }).click(), asksPath];
  check("no path for a copy leads back to the menu", [...copies(/^Word/), "Escape"], "Which copy");
  check("nor for what comes back from Word", [...copies(/^Bring back/), "Escape"], "Which copy");
  check("a copy that was written does too", [...copies(/^Markdown/), async () => { await page.getByRole("textbox", { name: "Path" }).fill(join(window.folder, "note.md")); await page.keyboard.press("Enter"); }, () => page.getByText(/note\.md/).first().waitFor()], "Which copy");

  // Clearance.
  const versions = () => page.getByRole("region", { name: "Editor" }).getByRole("button", { name: "Versions", exact: true });
  check("withdrawing a clearance leads to who clears", [async () => { await call("note_clear", { id: note, by: "The head of unit" }); await versions().press("Enter"); }, press("button", "Withdraw clearance")], "Cleared by");
  check("and one Esc closes the dialog", ["Escape", gone(/^Versions of/)], "Versions");

  // Pages over the whole screen.
  const shows = (words) => () => until(() => page.locator("[data-modal] [role=status]").innerText(), (now) => now.startsWith(words));
  test("the keys turn the pages wherever the focus is", async () => {
    const { pages } = await call("note_pages", { note, known: [] });
    const last = pages.length;
    await page.getByRole("button", { name: "Pages over the whole screen" }).click();
    const turns = [
      ["Home", () => page.locator("[data-modal]").getByRole("button", { name: "Next page" }).click(), 2],
      ["Home", 1], ["End", last], ["Home", 1], [" ", 2], ["Shift+ ", 1], ["PageDown", 2], ["ArrowLeft", 1],
      // On a button, what presses it does so.
      [() => page.locator("[data-modal]").getByRole("button", { name: "Next page" }).focus(), "Enter", 2], ["PageUp", 1], [" ", 2], [" ", Math.min(3, last)], ["Home", 1],
    ];
    for (const [index, turn] of turns.entries()) {
      const number = turn.at(-1);
      for (const step of turn.slice(0, -1)) await (typeof step === "string" ? page.keyboard.press(step) : step());
      await shows(`Page ${number} of`)().catch(() => assert.fail(`turn ${index}: not page ${number}`));
    }
    await page.locator("[data-modal]").getByRole("button", { name: "Close" }).click();
    await page.locator("[data-modal]").waitFor({ state: "detached" });
  });

  // The list of notes.
  const another = async () => void (await call("note_create", { title: "Another", template: "position_paper" }));
  check("all notes lead to the one that was open", [another, click("button", "All notes")], () => title);
  check("by a key as well", ["Enter", () => page.locator("[data-note-field]:focus").waitFor(), press("button", "All notes")], () => title);
  const remove = (name) => [press("button", `More for ${name}`), () => page.getByRole("menuitem", { name: "Delete note" }).click()];
  check("deleting a note leads to the next one", () => remove(title).reduce((before, act) => before.then(act), Promise.resolve()), "More for Another");
  check("the only one, to where a note begins", remove("Another"), /^New note/);
  check("and undoing that, to the note", "Control+z", "Another");
});

test("a new note opens where there is something to fill in", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  await page.getByRole("option").first().waitFor();
  const check = async (title, template, kind) => {
    const { id: note } = await call("note_create", { title, template });
    await openNote(page, title);
    await page.keyboard.type("Words");
    const first = await until(async () => (await call("note_get", { id: note })).blocks.find(({ body }) => JSON.stringify(body).includes("Words")), (found) => found !== undefined);
    assert.equal(first.body.kind, kind);
    await page.getByRole("button", { name: "All notes" }).click();
  };
  await check("Under its heading", "briefing_note", "paragraph");
  await check("At the top", "meeting_brief", "bottom_line");
  assert.deepEqual(window.complaints, []);
});

test("a finger opens a block's menu at the first tap", async (run) => {
  const window = await open({ sample: true, touch: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  const block = (await call("note_get", { id: note })).blocks.find(({ body }) => body.kind === "paragraph").id;
  await openNote(page, title);
  const more = page.locator(`[data-block="${block}"]`).getByRole("button", { name: /^More for this block/ });
  // Twice: the bare button at first, and then what it made way for.
  for (const words of ["Insert below", "Comment…"]) {
    await more.tap();
    await page.getByRole("menuitem", { name: words }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
  }
  assert.deepEqual(window.complaints, []);
});

test("a template takes a limit that can be read, and says so of one that cannot", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ title }] = await call("note_list");
  await openNote(page, title);
  await page.getByRole("button", { name: "All notes" }).click();
  const save = async (name, ...limits) => {
    await page.getByRole("button", { name: `More for ${title}` }).click();
    await page.getByRole("menuitem", { name: "Save as template…" }).click();
    const dialog = page.getByRole("dialog", { name: "Save as template" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    const field = dialog.getByRole("textbox", { name: "Pages at most" });
    for (const [limit, isRead] of limits) {
      await field.fill(limit);
      await field.press("Enter");
      if (isRead) await dialog.waitFor({ state: "detached" });
      else {
        await dialog.getByText("A whole number from 1 to 999, or nothing.").waitFor();
        assert.equal(await field.inputValue(), limit);
        assert.deepEqual((await call("template_list")).filter(({ own }) => own).map((one) => one.name).filter((one) => one === name), []);
      }
    }
  };
  await save("Short", ["abc", false], ["-2", false], ["0", false], ["99999999999", false], ["12", true]);
  await save("Any length", ["", true]);
  await page.getByRole("button", { name: /^New note/ }).click();
  const said = (name) => page.getByRole("radio", { name: new RegExp(`^${name}`) }).evaluate((radio) => radio.closest("label").textContent);
  assert.match(await said("Short"), /own, up to 12 pages/);
  assert.match(await said("Any length"), /own(?!, up to)/);
  assert.deepEqual(await serious(page), []);
  assert.deepEqual(window.complaints, []);
});

test("pages that grow stay in sight beside one that lies on its side", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  const { blocks } = await call("note_get", { id: note });
  await call("blocks_recast", { note, after: blocks[2].id, blocks: [{ id: crypto.randomUUID(), body: { kind: "positions_table", actors: [], issues: [], caption: [] } }] });
  const { pages } = await call("note_pages", { note, known: [] });
  assert.ok(pages.some(({ width, height }) => width > height), "one lies on its side");
  await openNote(page, title);
  const desk = page.getByRole("region", { name: "Pages" });
  await desk.getByRole("button", { name: "Page 1 of" }).waitFor();
  /** Which page is in the middle of what is seen, and what of it, in hundredths. */
  const middle = () =>
    page.locator("[data-page]").first().evaluate((sheet) => {
      const { left, top, width, height } = sheet.parentElement.getBoundingClientRect();
      const seen = document.elementFromPoint(left + sheet.parentElement.clientWidth / 2, top + height / 2)?.closest("[data-page]");
      if (seen == null) return "none";
      const at = seen.getBoundingClientRect();
      return { page: seen.dataset.page, x: Math.round(((left + sheet.parentElement.clientWidth / 2 - at.left) / at.width) * 100), y: Math.round(((top + height / 2 - at.top) / at.height) * 100) };
    });
  const before = await middle();
  // Smaller than at first, all of a page is seen, and it stands at the top.
  for (const [way, times] of [["Larger", 4], ["Smaller", 3]]) {
    for (let steps = 0; steps < times; steps += 1) {
      await desk.getByRole("button", { name: way }).click();
      const now = await middle();
      assert.ok(now.page === before.page && Math.abs(now.x - before.x) < 2 && Math.abs(now.y - before.y) < 2, JSON.stringify([before, now]));
    }
  }
  // As one finds them again, they begin at their left edges.
  for (let steps = 0; steps < 8; steps += 1) await desk.getByRole("button", { name: "Larger" }).click();
  await page.reload();
  await desk.getByRole("button", { name: "Page 1 of" }).waitFor();
  assert.equal((await middle()).page, "0");
  assert.deepEqual(window.complaints, []);
});
