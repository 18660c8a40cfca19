// What stands around the writing: comments in the margin, the pages over the whole screen, a card dragged out of the tray.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, open, openNote, serious, until } from "./window.mjs";

test("comments, the whole screen and the tray", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  const blocks = async () => (await call("note_get", { id: note })).blocks;
  const comments = () => call("comment_list", { id: note });
  await goTo(page, 3);
  await page.getByText(title).first().click();
  await page.keyboard.press("Enter");
  await page.locator("[data-note-field]:focus").waitFor();
  await page.getByRole("button", { name: /page 1 of/i }).first().waitFor();

  // A comment on selected words, by keys alone; the focus comes back to them.
  await page.locator("[data-note-field]").first().click();
  // The editor hears of the selection before this does: it has listened for longer.
  await page.locator("[data-note-field]").first().evaluate((field) => {
    const text = document.createTreeWalker(field, NodeFilter.SHOW_TEXT).nextNode();
    const heard = new Promise((done) => document.addEventListener("selectionchange", () => done(), { once: true }));
    document.getSelection().setBaseAndExtent(text, 0, text, 10);
    return heard;
  });
  await page.keyboard.press("Control+Alt+m");
  await page.getByRole("dialog", { name: "Comment" }).waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.type("Which two?");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ask before Friday.");
  await page.keyboard.press("Control+Enter");
  const [made] = await until(comments, (list) => list.length === 1);
  assert.deepEqual([made.words, made.text, made.settled], ["Two papers", "Which two?\nAsk before Friday.", false]);
  await page.locator("[data-note-field]:focus").waitFor();

  // In the margin, and in the list.
  const list = page.getByRole("region", { name: "Comments" });
  await list.getByRole("button", { name: "1 comment" }).click();
  await list.getByText("Which two?").waitFor();
  assert.deepEqual(await serious(page), []);
  await list.getByRole("button", { name: /^Settle/ }).click();
  await until(comments, ([{ settled }]) => settled);
  await page.locator("[data-note-field]").first().click();
  await page.keyboard.press("Control+z");
  await until(comments, ([{ settled }]) => !settled);
  await page.locator("[data-block]").first().getByRole("button", { name: "1 comment" }).click();
  await page.getByRole("dialog", { name: "1 comment" }).getByText("Which two?").waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press("Escape");
  // No copy carries it.
  assert.ok(!JSON.stringify(await call("note_pages", { note, known: [] })).includes("Which two?"));

  // Find and replace out of the list of commands: one types at once.
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").waitFor();
  await page.keyboard.type("find and replace");
  await page.getByRole("option", { name: /Find/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator("search input:focus").waitFor();
  await page.keyboard.type("papers");
  assert.equal(await page.locator("search input:focus").inputValue(), "papers");
  await page.keyboard.press("Escape");
  await page.locator("[data-note-field]:focus").waitFor();

  // The pages over the whole screen, from page to page by keys, and back.
  await page.keyboard.press("F5");
  const screen = page.getByRole("dialog", { name: "Pages over the whole screen" });
  await screen.getByText(/^Page 1 of/).waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press("ArrowRight");
  await screen.getByText(/^Page 2 of/).waitFor();
  await page.keyboard.press("End");
  await screen.getByText(/^Page (\d+) of \1$/).waitFor();
  await page.keyboard.press("Escape");
  await screen.waitFor({ state: "detached" });

  // A card dragged behind the first paragraph becomes a quotation there.
  const before = await blocks();
  const card = page.getByRole("grid", { name: "Evidence tray" }).getByRole("blockquote").first();
  const target = page.locator(`[data-block="${before[0].id}"]`);
  const [from, to] = [await card.boundingBox(), await target.boundingBox()];
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 30, { steps: 6 });
  await page.mouse.up();
  const after = await until(blocks, (now) => now.length === before.length + 1);
  assert.equal(after[1].body.kind, "quotation");
  // At the editor's own edge it goes behind the block that stands beside it.
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  const [edge, beside] = [await page.locator("[data-blocks]").boundingBox(), await target.boundingBox()];
  await page.mouse.move(edge.x + edge.width - 7, beside.y + 30, { steps: 6 });
  await page.mouse.up();
  const further = await until(blocks, (now) => now.length === before.length + 2);
  assert.deepEqual([further[0].id, further[2].id], [before[0].id, after[1].id], "the new one stands between them");

  // The pages follow the editor's scrolling.
  const desk = page.getByRole("group", { name: "Pages", exact: true });
  const at = () => desk.evaluate((element) => element.scrollTop);
  const stood = await at();
  await page.mouse.move(to.x + 60, to.y + 30);
  await page.mouse.wheel(0, 2500);
  await until(at, (now) => now > stood + 200);
  assert.deepEqual(window.complaints, []);
});

test("what is pointed out may stand, with a reason, and comes back", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const list = page.getByRole("region", { name: "Before you export" });
  const letting = list.getByRole("button", { name: /^Let it stand/ });
  await letting.nth(1).waitFor();
  const before = await letting.count();
  const following = await letting.nth(1).getAttribute("aria-label");
  await letting.first().press("Enter");
  await page.getByRole("dialog").getByRole("textbox").fill("Their own word.");
  await page.keyboard.press("Control+Enter");
  await until(() => letting.count(), (count) => count === before - 1);
  // The row has gone, and the next one has the focus.
  await until(() => page.evaluate(() => document.activeElement.getAttribute("aria-label")), (name) => name === following);

  // Pointed out again, and refused: it is said, and the focus stays with whoever writes on.
  await list.getByRole("button", { name: "1 let stand" }).click();
  const raise = list.getByRole("button", { name: /^Point it out again/ });
  await page.route("**/call", async (route) => {
    if (!route.request().postData().includes('"check_raise"')) await route.continue();
    else await route.fulfill({ status: 409, contentType: "application/json", body: JSON.stringify({ code: "busy", message: "Another program writes in the dossier. Nothing was changed.", hint: "Try again." }) });
  });
  await raise.press("Enter");
  await page.getByText("Another program writes in the dossier. Nothing was changed.").waitFor();
  assert.equal(await raise.count(), 1);
  await page.unrouteAll({ behavior: "wait" });
  await page.locator("[data-note-field]").first().click();
  const [{ key }] = (await call("note_checks", { note })).filter(({ waived }) => waived !== null);
  await call("check_raise", { note, key });
  await until(() => letting.count(), (count) => count === before);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-note-field]")), "the focus stays where one writes");
  assert.deepEqual(await serious(page), []);
  assert.deepEqual(window.complaints, []);
});

test("a version is kept and cleared, and the focus stays in their dialog", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const { title } = await call("note_create", { title: "Kept", template: "position_paper" });
  await openNote(page, title);
  await page.getByRole("region", { name: "Editor" }).getByRole("button", { name: "Versions", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Versions of/ });
  await dialog.getByRole("textbox", { name: "Keep it as it stands, as" }).fill("First");
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await dialog.getByRole("button", { name: /^Put back/ }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  assert.equal(await focused(), "Keep");
  assert.deepEqual(await serious(page), []);
  await dialog.getByRole("textbox", { name: /Cleared by/ }).fill("Head of Unit");
  await dialog.getByRole("button", { name: /^Clear version/ }).click();
  await dialog.getByText(/was cleared by Head of Unit/).waitFor();
  await until(focused, (name) => /^Withdraw/.test(name));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.deepEqual(window.complaints, []);
});

test("what changes while the pages are first set is on them", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const { id, title } = await call("note_create", { title: "Slow", template: "position_paper" });
  let asked = 0;
  let letGo;
  const held = new Promise((done) => (letGo = done));
  await page.route("**/call", async (route) => {
    if (route.request().postData().startsWith('{"command":"note_pages"')) {
      asked += 1;
      const answer = await route.fetch();
      await held;
      await route.fulfill({ response: answer });
    } else await route.continue();
  });
  await openNote(page, title);
  await until(async () => asked, (count) => count === 1);
  await call("block_insert", { note: id, body: { kind: "paragraph", level: 1, lead: [], text: [{ type: "text", text: "Come later." }] }, after: null });
  await page.getByText("Come later.").waitFor();
  letGo();
  await until(async () => asked, (count) => count === 2);
  await page.unrouteAll({ behavior: "wait" });
  assert.deepEqual(window.complaints, []);
});

test("a note that says something else than was cleared is a draft, at its head as on its pages", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ title }] = await call("note_list");
  await openNote(page, title);
  const head = page.locator("section[aria-label=Editor] span").filter({ hasText: /^v1\.0, / });
  await head.filter({ hasText: "cleared" }).waitFor({ state: "attached" });
  await page.locator("[data-kind=paragraph] [data-note-field]").last().click();
  await page.keyboard.type("Changed");
  await head.filter({ hasText: "draft" }).waitFor({ state: "attached" });
  // It can be cleared again, and the list says the same.
  await page.getByRole("region", { name: "Editor" }).getByRole("button", { name: "Versions", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Versions of/ });
  await dialog.getByText(/its words have changed since/).waitFor();
  await dialog.getByRole("button", { name: "Clear version 1.0" }).waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await until(() => call("note_list"), ([note]) => !note.is_cleared);
  await page.locator("[data-kind=paragraph] [data-note-field]").last().click();
  await page.keyboard.press("Control+z");
  await head.filter({ hasText: "cleared" }).waitFor({ state: "attached" });
  assert.deepEqual(window.complaints, []);
});
