// Somebody with a meeting tomorrow, at the sample dossier for the first time, by keys alone: a brief begun from wherever one
// is, filled in from the dossier, cited, looked over, and on its way out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, serious, until } from "./window.mjs";

test("a brief for a meeting, by keys alone", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const within = (name) => until(() => page.evaluate(() => document.activeElement.closest("[aria-label]")?.closest("section, nav")?.getAttribute("aria-label")), (region) => region === name);

  // The box finds what can be done by other words than its own.
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await press("Control+k");
  await page.keyboard.type("bilateral brief");
  await page.getByRole("option", { name: /^New note/ }).waitFor();
  await press("Enter");
  const dialog = page.getByRole("dialog", { name: "New note" });
  const title = dialog.getByRole("textbox", { name: "Title" });
  await until(() => title.evaluate((field) => field === document.activeElement), Boolean);

  // Without a title nothing is begun, and the focus is where it has to be typed; who says what it is about has named it.
  await press("Enter");
  await dialog.getByText("Give it a title").waitFor();
  assert.ok(await title.evaluate((field) => field === document.activeElement));
  await dialog.getByRole("radio", { name: /^Meeting brief/ }).focus();
  await press(" ");
  await dialog.getByRole("combobox", { name: "Actors" }).focus();
  await page.keyboard.type("Ukraine");
  await press("Enter");
  assert.equal(await title.getAttribute("placeholder"), "Meeting brief: Ukraine");
  await dialog.getByRole("textbox", { name: "Meeting" }).focus();
  await page.keyboard.type("Bilateral with Kyiv");
  await press("Enter");
  await page.locator("[data-note-field]:focus").waitFor();
  const note = (await until(() => call("note_list"), (notes) => notes.length === 2)).find((each) => each.title === "Bilateral with Kyiv").id;
  const blocks = async () => (await call("note_get", { id: note })).blocks;

  // What is cited first is what those hold whom the note is about, found by any of its words.
  await page.keyboard.type("They want guarantees ");
  await press("@");
  const offered = page.getByRole("dialog", { name: /^Cite/ }).getByRole("option");
  await until(() => offered.first().innerText(), (text) => text.includes("Ukrain"));
  await page.keyboard.type("guarantees ukraine");
  await until(() => offered.first().innerText(), (text) => text.includes("Ukraine on Security guarantees"));
  const list = await page.getByRole("dialog", { name: /^Cite/ }).boundingBox();
  assert.ok(list.width < 640, "no wider than what can be read at a glance");
  await press("Enter");
  await until(async () => JSON.stringify((await blocks())[0].body), (body) => body.includes('"to":"position"'));

  // From one part of the window to the next, and back to where one wrote.
  await press("F6");
  await within("Before you export");
  await press("F6");
  await within("Pages");
  await press("Shift+F6", "Shift+F6");
  await page.locator("[data-note-field]:focus").waitFor();
  // Also out of the words.
  const isWriting = () => page.locator("[data-note-field]:focus").count();
  await press("Shift+F6");
  assert.equal(await isWriting(), 0);
  await press("F6");
  await page.locator("[data-note-field]:focus").waitFor();

  // A heading under which nobody has written is not printed, and that is said; what is let stand takes no focus with it.
  const checks = page.getByRole("region", { name: "Before you export" });
  const empty = checks.getByRole("listitem").filter({ hasText: "Nothing stands under the heading “Agenda”; it is not printed." });
  await empty.getByRole("button", { name: /^Let it stand/ }).focus();
  await press("Enter");
  await page.getByRole("dialog", { name: "Let it stand" }).waitFor();
  await page.keyboard.type("Agreed in the room.");
  await press("Control+Enter");
  await empty.waitFor({ state: "detached" });
  await within("Before you export");
  assert.deepEqual(await serious(page), []);

  // The details by the word one thinks of, and back to the note.
  await press("Control+k");
  await page.keyboard.type("attendees");
  await page.getByRole("option", { name: /^Details of the note/ }).waitFor();
  await press("Enter");
  await page.getByRole("dialog", { name: "Details of the note" }).waitFor();
  await press("Escape");
  await until(() => page.evaluate(() => document.activeElement !== document.body), Boolean);
  for (const [words, command] of [["draft", "Export PDF"], ["open again", "Export PDF for the file"], ["clear", "Versions and clearance"]]) {
    await press("Control+k");
    await page.keyboard.type(words);
    await page.getByRole("option", { name: new RegExp(`^${command}`) }).first().waitFor();
    await press("Escape");
  }
});
