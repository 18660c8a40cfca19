// What is copied and cut within a note comes back as it was, and what is replaced one by one is replaced once; an address is no citation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, openNote, paste, until } from "./window.mjs";

const rested = () => new Promise((done) => setTimeout(done, 300));

test("copied and cut within the note", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const all = async () => (await call("note_get", { id: note })).blocks;
  const { id, body } = (await all()).find(({ body }) => body.kind === "paragraph" && body.text[0]?.type === "text" && body.text.some(({ type }) => type === "citation"));
  const [{ excerpt }] = await call("excerpt_list", {});
  const text = [
    ...body.text,
    { type: "footnote", text: [{ type: "text", text: "As of " }, { type: "text", text: "Friday", italic: true }] },
    { type: "text", text: " and ", bold: true },
    { type: "link", url: "https://example.org/", text: "here" },
    { type: "reference", block: id },
    { type: "citation", targets: [{ to: "excerpt", id: excerpt.id }] },
  ];
  await call("block_edit", { id, body: { ...body, text } });
  const textNow = async () => (await all()).find((block) => block.id === id).body.text;
  const field = page.locator(`[data-block="${id}"] [data-note-field]`).last();
  await field.filter({ hasText: "here" }).waitFor();
  const whole = await textNow();

  // With a rest between the keys as a person has it, and without any.
  for (const rest of [rested, () => undefined]) {
    await field.click();
    await page.keyboard.press("Control+a");
    await rest();
    await page.keyboard.press("Control+x");
    await until(textNow, (now) => now.length === 0);
    await page.keyboard.press("Control+v");
    assert.deepEqual(await until(textNow, (now) => now.length > 0), whole);
  }

  // Copied, it is put in once more; over what is selected, in its place.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Control+v");
  const twice = await until(textNow, (now) => now.length > whole.length);
  const kinds = (list) => list.map(({ type }) => type);
  assert.deepEqual(kinds(twice), [...kinds(whole), ...kinds(whole)]);

  // For other programs the chips are words, as they are shown.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const [html, plain] = await page.evaluate(async () => {
    const [copied] = await navigator.clipboard.read();
    return Promise.all(["text/html", "text/plain"].map(async (type) => (await copied.getType(type)).text()));
  });
  assert.match(plain, / \[\d+(, \d+)*\] \[As of Friday\] and here\S+ \[\d+\]/);
  assert.match(html, /<a href="https:\/\/example\.org\/">here<\/a>/);

  // Under our own name, from elsewhere: words, and nothing that the core would refuse.
  await page.keyboard.press("Control+a");
  const forged = `<span data-note-text="" data-pm-slice='0 0 ["citation",{"targets":"x"}]'>Words<span data-note-citation='{"targets":[{"to":"excerpt","id":"x"}]}'></span><span data-note-link='{"url":"javascript:alert(1)","text":"run"}'></span><script>alert(1)</script>.</span>`;
  await paste(page, { html: forged, plain: "Words." });
  assert.deepEqual(await until(textNow, (now) => now.length === 1), [{ type: "text", text: "Words." }]);
  assert.deepEqual(window.complaints, []);
});

test("found and replaced one by one", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const { blocks } = await call("note_get", { id: note });
  const { id, body } = blocks.find(({ body }) => body.kind === "paragraph");
  await call("block_edit", { id, body: { ...body, text: [{ type: "text", text: "A zither, a zither and a zither." }] } });
  const field = page.locator(`[data-block="${id}"] [data-note-field]`).last();
  await field.filter({ hasText: "zither" }).waitFor();
  const words = async () => (await call("note_get", { id: note })).blocks.find((block) => block.id === id).body.text[0].text;

  await page.keyboard.press("Control+f");
  await page.locator("search input:focus").waitFor();
  await page.keyboard.type("zither");
  const count = page.locator("search").getByRole("status");
  await page.keyboard.press("Shift+Enter");
  await until(() => count.textContent(), (said) => /^3\D+3/.test(said));
  await page.keyboard.press("Enter");
  await until(() => count.textContent(), (said) => /^1\D+3/.test(said));
  await page.keyboard.press("Tab");
  await page.keyboard.type("old zithers");
  await page.keyboard.press("Enter");
  await until(() => count.textContent(), (said) => /^2\D+3/.test(said));
  await page.keyboard.press("Enter");
  await until(words, (now) => now === "A old zithers, a old zithers and a zither.");
  assert.deepEqual(window.complaints, []);
});

test("an address is no citation", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ title }] = await call("note_list");
  await openNote(page, title);
  const field = page.locator("[data-note-field]:focus");
  await page.keyboard.press("End");
  await page.keyboard.type(" max@example.org ");
  await field.filter({ hasText: "max@example.org" }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.keyboard.type("@");
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(window.complaints, []);
});

test("what is found is in sight, and the keys lead to the field", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await page.setViewportSize({ width: 800, height: 600 });
  const filler = "They met in London and spoke of the lines. ".repeat(60);
  const block = (index) => ({ id: crypto.randomUUID(), body: { kind: "paragraph", level: 1, lead: [], text: [{ type: "text", text: `${filler}Needle ${index}.` }] } });
  await call("blocks_recast", { note, blocks: [0, 1, 2, 3].map(block), after: null });
  await openNote(page, title);
  await page.keyboard.press("Control+f");
  await page.locator("search input:focus").waitFor();
  await page.keyboard.type("Needle");
  // It takes some of the room when it comes.
  await page.getByRole("region", { name: "Before you export" }).getByRole("button", { name: /^Let it stand/ }).first().waitFor();
  const inSight = () =>
    page.evaluate(() => {
      const mark = document.querySelector("[class*=foundHere]")?.getBoundingClientRect();
      const pane = document.querySelector("[data-blocks]").getBoundingClientRect();
      return mark !== undefined && mark.top >= pane.top && mark.bottom <= pane.bottom;
    });
  for (const at of [1, 2, 3, 4]) {
    await page.keyboard.press("Enter");
    await until(() => page.locator("search").getByRole("status").textContent(), (said) => said.startsWith(`${at} `));
    await until(inSight, (seen) => seen);
  }
  await page.locator("[data-note-field]").last().click();
  await page.keyboard.press("Control+f");
  await page.locator("search input:focus").waitFor();
  assert.deepEqual(window.complaints, []);
});

test("a footnote is opened and changed, by mouse and by keys", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const all = async () => (await call("note_get", { id: note })).blocks;
  const { id, body } = (await all()).find(({ body }) => body.kind === "paragraph");
  const footnote = { type: "footnote", text: [{ type: "text", text: "As of " }, { type: "text", text: "Friday", italic: true }] };
  await call("block_edit", { id, body: { ...body, text: [{ type: "text", text: "Words" }, footnote, { type: "text", text: "." }] } });
  const text = async () => (await all()).find((block) => block.id === id).body.text;
  const field = page.locator(`[data-block="${id}"] [data-note-field]`).last();
  const words = page.getByRole("dialog", { name: "Change the footnote" }).getByRole("textbox");
  await field.getByText("note", { exact: true }).dblclick();
  assert.equal(await words.inputValue(), "As of Friday");
  await words.fill("As of last Friday");
  await page.keyboard.press("Enter");
  const changed = [{ type: "text", text: "As of last " }, { type: "text", text: "Friday", italic: true }];
  await until(text, (now) => JSON.stringify(now[1].text) === JSON.stringify(changed));

  await field.getByText(".").click();
  for (const key of ["End", "ArrowLeft", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
  await words.fill("");
  await page.keyboard.press("Enter");
  await page.getByText("Write what it says.").waitFor();
  await words.fill("As of Monday");
  await page.keyboard.press("Enter");
  await until(text, (now) => now.length === 3 && now[1].text.map((one) => one.text).join("") === "As of Monday");
  await page.keyboard.press("Control+z");
  await until(text, (now) => JSON.stringify(now[1].text) === JSON.stringify(changed));
  assert.deepEqual(window.complaints, []);
});

test("words are dragged from one field to another, and in from elsewhere", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const { id: note } = await call("note_create", { title: "Dragged", template: "position_paper" });
  const inline = (text) => [{ type: "text", text }];
  const paragraph = (text) => ({ id: crypto.randomUUID(), body: { kind: "paragraph", level: 0, lead: [], text: inline(text) } });
  const blocks = [paragraph("Alpha beta gamma."), paragraph("Second here."), { id: crypto.randomUUID(), body: { kind: "bullets", items: [inline("Point one"), inline("Point two")] } }];
  await call("blocks_recast", { note, blocks, after: null });
  await openNote(page, "Dragged");
  const words = (text) => text.map((one) => one.text).join("");
  const told = async () => (await call("note_get", { id: note })).blocks.filter(({ body }) => body.kind === "bullets" ? body.items[0].length > 0 : body.kind === "paragraph" && body.text.length > 0).map(({ body }) => body.items?.map(words).join(" | ") ?? words(body.text));
  const says = (...expected) => until(told, (now) => JSON.stringify(now.slice(0, expected.length)) === JSON.stringify(expected)).catch(async () => assert.deepEqual(await told(), expected));
  const fields = blocks.map(({ id }) => page.locator(`[data-block="${id}"] [data-note-field]`));
  const [first, second, points] = fields;
  /** The middle of some letters of a field, which are selected for it. */
  const select = (field, from, to) =>
    field.evaluate(async (element, [from, to]) => {
      element.focus();
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      document.getSelection().setBaseAndExtent(text, from, text, to);
      await new Promise((done) => setTimeout(done, 100));
      const { x, y, width, height } = document.getSelection().getRangeAt(0).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, [from, to]);
  const startOf = async (field) => {
    const { x, y, height } = await field.boundingBox();
    return { x: x + 1, y: y + height / 2 };
  };
  const drag = async (from, to, key) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 6, from.y + 4, { steps: 3 });
    if (key !== undefined) await page.keyboard.down(key);
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    if (key !== undefined) await page.keyboard.up(key);
  };
  const start = ["Alpha beta gamma.", "Second here.", "Point one | Point two"];
  /** All as it was, in the window too, with the caret where it changed. */
  const back = async () => {
    await page.keyboard.press("Control+z");
    await says(...start);
    await rested();
  };

  await drag(await select(first, 6, 11), await startOf(second));
  await says("Alpha gamma.", "beta Second here.", start[2]);
  assert.equal(await page.evaluate(() => document.getSelection().toString()), "beta ");
  await back();

  await drag(await select(points.nth(0), 6, 9), await startOf(points.nth(1)));
  await says(start[0], start[1], "Point  | onePoint two");
  await back();

  await drag(await select(first, 6, 11), await startOf(second), "Control");
  await says(start[0], "beta Second here.", start[2]);
  await back();

  // Within one field it is moved as ever.
  await drag(await select(first, 6, 11), await startOf(first));
  await says("beta Alpha gamma.", start[1], start[2]);
  await back();

  const dropIn = (field, html, plain) =>
    field.evaluate((element, [html, plain]) => {
      const data = new DataTransfer();
      if (html !== "") data.setData("text/html", html);
      data.setData("text/plain", plain);
      const { x, y } = element.getBoundingClientRect();
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, clientX: x + 1, clientY: y + 10 }));
    }, [html, plain]);
  await dropIn(second, "<p>One.</p><p>Two.</p>", "One.\nTwo.");
  await says(start[0], "One.", "Two.", start[1], start[2]);
  await back();
  await dropIn(second, "", "12. Juli ");
  await says(start[0], "12. Juli Second here.", start[2]);
  assert.deepEqual(window.complaints, []);
});

test("the part in which it is found is in sight in the outline too", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const [{ id: note, title }] = await call("note_list");
  const chapter = (index) => ({ id: crypto.randomUUID(), body: { kind: "heading", level: 1, text: [{ type: "text", text: `Chapter ${index}` }] } });
  await call("blocks_recast", { note, blocks: Array.from({ length: 24 }, (_, index) => chapter(index)), after: null });
  const list = page.getByRole("navigation").filter({ hasText: "Chapter 23" }).getByRole("list");
  const marked = () =>
    list.evaluate((element) => {
      const entry = element.querySelector("[aria-current=true]");
      const [own, seen] = [entry?.getBoundingClientRect(), element.getBoundingClientRect()];
      return own !== undefined && own.top >= seen.top - 1 && own.bottom <= seen.bottom + 1 ? entry.firstElementChild.textContent : undefined;
    });
  await openNote(page, title);
  await list.waitFor();
  await page.keyboard.press("Control+f");
  await page.locator("search input:focus").waitFor();
  for (const index of [23, 0]) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type(`Chapter ${index}`);
    await page.keyboard.press("Enter");
    await until(marked, (said) => said === `Chapter ${index}`);
  }
  assert.deepEqual(window.complaints, []);
});
