// Documents come in, one of them fails and says why; a PDF is read as it looks, and a passage selected on its page is
// an excerpt, found again on the page and in the text.

import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { open, serious, until } from "./window.mjs";

for (const dark of [false, true]) {
  describe(dark ? "dark" : "light", () => {
    let window;
    let source;
    const rows = async () => (await window.call("excerpt_list", { source })).map(({ excerpt }) => excerpt);

    before(async () => {
      window = await open({ sample: true, dark });
      const [note] = await window.call("note_list");
      await window.call("note_export", { note: note.id, path: join(window.folder, "note.pdf"), copy: "distribution" });
      writeFileSync(join(window.folder, "statement.txt"), "The envoys met on Monday.\n\nThey will meet again.");
      writeFileSync(join(window.folder, "cut.pdf"), "%PDF-1.4\nThe rest of this document was lost on the way.");
      await window.page.locator("[data-place=sources]").waitFor();
    });
    after(() => window.close());

    test("three files are brought in, and one says why it is not", async () => {
      const { page, folder } = window;
      await page.keyboard.press("Control+o");
      const path = page.getByRole("textbox", { name: "Path" });
      await path.fill(["cut.pdf", "statement.txt", "note.pdf"].map((name) => join(folder, name)).join("\n"));
      await page.keyboard.press("Control+Enter");
      const list = page.getByRole("region", { name: "2 files are in" });
      await list.waitFor();
      assert.match(await list.innerText(), /“cut\.pdf” is damaged or incomplete\. Nothing was imported from it\. Get it again/);
      assert.deepEqual(await serious(page), []);
      await page.getByRole("button", { name: "Try as plain text: cut.pdf" }).press("Enter");
      // With nothing left to read, the list goes away by itself.
      await page.getByText("3 files are in").waitFor();
      await page.getByRole("region", { name: /files are in/ }).waitFor({ state: "detached" });
      const sources = await window.call("source_list");
      source = sources.map((row) => row.source).find((each) => each.media_type === "application/pdf").id;
    });

    test("the pages of a PDF are drawn", async () => {
      const { page } = window;
      const { source: facts } = await window.call("source_get", { id: source });
      await page.getByRole("option").filter({ hasText: facts.title }).first().click();
      await page.getByRole("region", { name: "Page 1 of" }).and(page.locator("[data-drawn]")).waitFor();
      const inked = await page.locator("[data-drawn] canvas").first().evaluate(waitForInk);
      assert.ok(inked, "the page has ink on it");
      assert.deepEqual(await serious(page), []);
    });

    test("a passage selected on the page is an excerpt with its page", async () => {
      const { page } = window;
      const { words, from, to } = await page.locator("[data-drawn]").first().evaluate(lineToSelect);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      await page.getByRole("toolbar", { name: "What to do with the selection" }).waitFor();
      assert.deepEqual(await serious(page), []);
      await page.keyboard.press("e");
      await page.getByText("Excerpt kept.").waitFor();
      const [kept, ...more] = await rows();
      assert.equal(more.length, 0);
      assert.deepEqual([kept.quote, kept.page, kept.orphan], [words, 1, false]);
      await page.locator(`[data-excerpt="${kept.id}"]`).first().waitFor();
    });

    test("its mark on the page opens its card, and T its tag card", async () => {
      const { page } = window;
      const [kept] = await rows();
      const mark = await page.locator(`[data-excerpt="${kept.id}"]`).first().boundingBox();
      await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
      await page.getByRole("article", { name: "Excerpt 1" }).waitFor();
      await page.keyboard.press("t");
      await page.getByRole("form", { name: "Tag a position" }).waitFor();
      assert.deepEqual(await serious(page), []);
      // However large the pages are, the card stays in sight.
      const card = page.getByRole("form", { name: "Tag a position" });
      const larger = page.getByRole("button", { name: "Larger" });
      for (let steps = 0; steps < 3; steps += 1) {
        await larger.click();
        await until(() => card.boundingBox(), (box) => box !== null && box.x + box.width <= 1440);
      }
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "detached" });
      await page.locator("[data-page]").first().click({ position: { x: 4, y: 4 } });
      await page.keyboard.press("0");
    });

    test("words that are not in the text are kept with their page, and no place is guessed", async () => {
      const { page } = window;
      // The marking at the head of each page is taken out of the text.
      const { from, to } = await page.locator("[data-drawn]").first().evaluate(headToSelect);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      await page.getByRole("group", { name: "Words without a place in the text" }).waitFor();
      assert.deepEqual(await serious(page), []);
      await page.keyboard.press("e");
      await page.getByText("Kept with page 1.").waitFor();
      const orphan = (await rows()).find((excerpt) => excerpt.orphan);
      assert.deepEqual([orphan.page, orphan.start], [1, orphan.end]);
    });

    test("the excerpt is found in the text, by keys", async () => {
      const { page } = window;
      const kept = (await rows()).find((excerpt) => !excerpt.orphan);
      await page.getByRole("tab", { name: "Pages" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.locator("[data-para]").first().waitFor();
      const shown = await page.locator(`[data-begins~="${kept.id}"]`).first().innerText();
      assert.ok(kept.quote.startsWith(shown.trim()), `${shown} begins ${kept.quote}`);
      assert.deepEqual(await serious(page), []);
      await page.getByRole("tab", { name: "Text" }).focus();
      await page.keyboard.press("ArrowLeft");
      await page.locator(`[data-excerpt="${kept.id}"]`).first().waitFor();
    });

    test("a locked document opens with its password, after a wrong one too", async () => {
      const { page, folder } = window;
      const path = join(folder, "record.pdf");
      copyFileSync(new URL("../../src-tauri/crates/import/tests/formats/locked/letters-rc4-128.pdf", import.meta.url), path);
      const job = await window.call("import_files", { paths: [path] });
      await page.getByRole("region", { name: "No file is in" }).waitFor();
      // The window is not told the password, as if it had come in on another day.
      await window.call("import_unlock", { job: job.id, number: 0, password: "Zürich € 7" });
      await page.getByRole("heading", { level: 1, name: "Record" }).waitFor();
      await page.getByRole("tab", { name: "Pages" }).click();
      const field = page.getByLabel("Password", { exact: true });
      await field.fill("Zurich 7");
      await field.press("Enter");
      await page.getByText("That is not the password of this document.").waitFor();
      await field.fill("Zürich € 7");
      await field.press("Enter");
      await page.locator("[data-drawn]").first().waitFor();
      assert.deepEqual(await serious(page), []);
    });

    test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
  });
}

/** Whether something is drawn on the canvas before long. Runs in the window. */
async function waitForInk(canvas) {
  const isInked = () => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 0 && value < 128 && data[index + 3] === 255);
  };
  for (let turn = 0; turn < 200 && !isInked(); turn += 1) await new Promise(requestAnimationFrame);
  return isInked();
}

/** The longest run of words on a page, and where it begins and ends in the window. Runs in the window. */
function lineToSelect(sheet) {
  const spans = [...sheet.querySelectorAll("span")].filter((span) => span.getBoundingClientRect().bottom < innerHeight - 80);
  const longest = spans.toSorted((a, b) => b.textContent.length - a.textContent.length)[0];
  const { left, right, top, bottom } = longest.getBoundingClientRect();
  const y = (top + bottom) / 2;
  return { words: longest.textContent.trim(), from: { x: left + 1, y }, to: { x: right - 1, y } };
}

/** The topmost words of a page. Runs in the window. */
function headToSelect(sheet) {
  const spans = [...sheet.querySelectorAll("span")].filter((span) => span.textContent.trim() !== "");
  const topmost = spans.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];
  const { left, right, top, bottom } = topmost.getBoundingClientRect();
  const y = (top + bottom) / 2;
  return { from: { x: left + 1, y }, to: { x: right - 1, y } };
}
