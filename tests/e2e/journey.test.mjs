// The main job by keyboard: a pasted text becomes a position in the matrix and a PDF on the disk, and all of it is undone.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { goTo, open, until } from "./window.mjs";

const TEXT = [
  "The Minister of Country A said on Monday that her government would leave the talks unless there was progress within days.",
  "Country B and Country C jointly insisted that support must go on.",
].join("\n\n");

test("from a pasted text to a note on the disk, and back", async (run) => {
  const window = await open();
  run.after(() => window.close());
  const { page, folder, call } = window;
  await call("dossier_new", { path: join(folder, "talks.standpoint"), title: "Talks" });
  await page.reload();
  await page.locator("[data-place=positions]").waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Paste text");
  await page.getByRole("option", { name: /Paste text/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Text" }).waitFor();
  await page.keyboard.insertText(TEXT);
  await page.keyboard.press("Control+Enter");
  await page.locator("[data-para]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("t");
  await page.keyboard.type("Country A");
  await page.getByRole("option", { name: /Country A/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Staying in the talks");
  await page.getByRole("option", { name: /Staying in the talks/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("there is progress within days");
  await page.keyboard.press("Enter");
  const [position] = await until(() => call("position_list", {}), (list) => list.length === 1);
  assert.equal(position.stance, "supports_with_conditions");
  assert.equal(position.condition, "there is progress within days");
  assert.equal(position.evidence.length, 1);

  await goTo(page, 2);
  const cell = page.getByRole("gridcell", { name: /Supports with conditions/i });
  await cell.first().waitFor();

  await goTo(page, 3);
  await page.keyboard.press("Control+n");
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  await page.keyboard.type("Who stands where");
  await page.keyboard.press("Enter");
  await page.locator("[data-note-field]:focus").waitFor();
  await page.keyboard.type("Country A may leave.");
  await until(
    async () => (await call("note_list")).map(({ id }) => id),
    async ([id]) => JSON.stringify((await call("note_get", { id })).blocks[0].body).includes("Country A may leave."),
  );
  await page.getByRole("button", { name: /page 1/i }).first().waitFor();

  await page.keyboard.press("Control+e");
  const path = join(folder, "note.pdf");
  await page.getByRole("textbox", { name: "Path" }).fill(path);
  await page.keyboard.press("Enter");
  await until(async () => existsSync(path), (there) => there);
  assert.equal(readFileSync(path).subarray(0, 5).toString(), "%PDF-");
  const [exported] = await until(() => call("export_list", {}), (list) => list.length === 1);
  assert.equal(exported.file_name, "note.pdf");

  const state = async () => ({
    sources: (await call("source_list")).length,
    positions: (await call("position_list", {})).length,
    actors: (await call("actor_list")).length,
    notes: (await call("note_list")).length,
  });
  const full = await state();
  /** Presses the keys and waits until the history has moved. */
  const stepped = async (keys) => {
    const standing = async () => JSON.stringify((await call("app_state")).undo);
    const before = await standing();
    await page.keyboard.press(keys);
    await until(standing, (now) => now !== before);
    await page.waitForTimeout(150);
  };
  await goTo(page, 5);
  while ((await call("app_state")).undo !== null) await stepped("Control+z");
  assert.deepEqual(await state(), { sources: 0, positions: 0, actors: 0, notes: 0 });
  while ((await call("app_state")).redo !== null) await stepped("Control+Shift+z");
  assert.deepEqual(await state(), full);
  assert.deepEqual(window.complaints, []);
});
