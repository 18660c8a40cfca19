// A note goes out as Word, somebody edits it there, and it comes back: what was changed is shown, taken or left, undone.

import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";
import { rewriteZip } from "./zip.mjs";

test("out to Word, edited there, and back block by block", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, folder, call } = window;
  const [{ id: note, title }] = await call("note_list");
  const said = async () => JSON.stringify((await call("note_get", { id: note })).blocks);
  await goTo(page, 3);
  await page.getByText(title).first().click();
  await page.keyboard.press("Enter");
  await page.locator("[data-note-field]:focus").waitFor();
  await page.getByRole("button", { name: /page 1/i }).first().waitFor();

  const choose = async (name) => {
    await page.getByRole("button", { name: "Which copy" }).click();
    await page.getByRole("menu").waitFor();
    assert.deepEqual(await serious(page), []);
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("textbox", { name: "Path" }).waitFor();
  };
  const bringBack = async (file) => {
    await choose("Bring back from Word…");
    assert.deepEqual(await serious(page), []);
    await page.getByRole("textbox", { name: "Path" }).fill(file);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog", { name: "Back from Word" }).waitFor();
    assert.deepEqual(await serious(page), []);
  };
  const dialog = page.getByRole("dialog", { name: "Back from Word" });

  const out = join(folder, "note.docx");
  await choose(/^Word/);
  await page.getByRole("textbox", { name: "Path" }).fill(out);
  await page.keyboard.press("Enter");
  await until(async () => existsSync(out), (there) => there);
  await until(() => call("export_list", {}), (list) => list.some(({ format }) => format === "docx"));

  // Untouched: nothing to take.
  await bringBack(out);
  await dialog.getByText("Nothing was changed in note.docx.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  // Two paragraphs edited, and the meeting on the first page, which no block says.
  const edited = join(folder, "edited.docx");
  rewriteZip(out, edited, (name, text) =>
    name !== "word/document.xml"
      ? text
      : text
          .replace("Two papers are on the table", "Two papers still lie on the table")
          .replace("The two papers are leaks", "The two papers are said to be leaks")
          .replace("Heads of unit; no outside guests", "Heads of unit and a guest"),
  );
  await bringBack(edited);
  assert.equal(await dialog.getByRole("listitem").count(), 2);
  await dialog.getByText(/Changed on the first page and not brought back: “Heads of unit and a guest”/).waitFor();
  assert.deepEqual(await dialog.locator("ins").allTextContents(), ["new: still lie ", "new: said to be "], "words that came are marked");
  const before = await said();
  const takes = dialog.getByRole("checkbox", { name: "Take the edited words" });
  await takes.first().press("Space");
  await dialog.getByRole("button", { name: "Take 1 change over" }).click();
  await dialog.waitFor({ state: "detached" });
  await until(said, (now) => now.includes("said to be leaks"));
  assert.ok(!(await said()).includes("still lie"), "what was not chosen is left");

  // Once more: what was left is still offered; what was taken is no change any more.
  await bringBack(edited);
  await dialog.getByRole("checkbox", { name: "Take the edited words" }).first().waitFor();
  await dialog.getByRole("button", { name: "Leave them all" }).click();
  await dialog.waitFor({ state: "detached" });

  // One step to undo.
  await page.locator("[data-note-field]").first().click();
  await page.keyboard.press("Control+z");
  await until(said, (now) => now === before);

  // A paragraph put elsewhere in Word is moved here, if that is wanted.
  const order = async () => (await call("note_get", { id: note })).blocks.map(({ id }) => id);
  const stood = await order();
  const moved = join(folder, "moved.docx");
  rewriteZip(out, moved, (name, text) => (name === "word/document.xml" ? moveParagraph(text, "Sanctions.", "The two papers are leaks") : text));
  await bringBack(moved);
  assert.equal(await dialog.getByRole("listitem").count(), 1);
  await dialog.getByRole("checkbox", { name: "Move it to its new place", checked: true }).waitFor();
  await dialog.getByRole("group", { name: "As exported" }).getByText("behind “Guarantees.").waitFor();
  await dialog.getByRole("group", { name: "In Word" }).getByText("behind “The two papers are leaks").waitFor();
  await dialog.getByRole("button", { name: "Take 1 change over" }).click();
  await dialog.waitFor({ state: "detached" });
  const now = await until(order, (now) => now.join() !== stood.join());
  assert.deepEqual(now, [...stood.slice(0, 3), stood[8], ...stood.slice(3, 8), ...stood.slice(9)]);
  await page.locator("[data-note-field]").first().click();
  await page.keyboard.press("Control+z");
  await until(order, (now) => now.join() === stood.join());

  // What is no Word document of this note says so, and keeps everything.
  const other = join(folder, "other.docx");
  writeFileSync(other, "Only text.");
  await bringBack(other);
  await dialog.getByText(/Nothing was changed/).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await said(), before);
  assert.deepEqual(window.complaints, []);
});

/** The paragraph with these words, put behind the one with those. */
function moveParagraph(text, words, behind) {
  const paragraph = (text, words) => {
    const at = text.lastIndexOf(words);
    return { begin: text.lastIndexOf("<w:p>", at), end: text.indexOf("</w:p>", at) + "</w:p>".length };
  };
  const { begin, end } = paragraph(text, words);
  const rest = text.slice(0, begin) + text.slice(end);
  const place = paragraph(rest, behind).end;
  return rest.slice(0, place) + text.slice(begin, end) + rest.slice(place);
}
