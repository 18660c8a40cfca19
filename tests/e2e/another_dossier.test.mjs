// What was read and chosen in one dossier is nothing to another.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { goTo, open, until } from "./window.mjs";

test("what was selected in one dossier is not selected in the next, and the focus comes into it", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page } = window;
  const title = await until(() => page.title(), (now) => now.startsWith("London talks"));
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const choose = async (entry) => {
    await page.locator("header button").first().press("Enter");
    await page.getByRole("menuitem", { name: entry }).press("Enter");
  };
  await goTo(page, 2);
  const cell = page.getByRole("gridcell", { name: /supports/i }).first();
  await cell.click();
  await page.getByRole("button", { name: "Edit" }).waitFor();
  await choose(/^New dossier/);
  await page.getByRole("dialog").getByRole("textbox").fill(join(window.folder, "second"));
  await page.keyboard.press("Enter");
  await until(() => page.title(), (now) => now !== title);
  await until(focused, (words) => words.startsWith("Choose files"));
  await goTo(page, 2);
  await until(focused, (words) => words === "Open Sources");
  await page.getByText("Nothing selected").waitFor();
  assert.equal(await page.getByRole("button", { name: /Record a position/ }).count(), 0);
  // The one before is as it was left.
  await choose(/^London talks/);
  await until(() => page.title(), (now) => now === title);
  await page.getByRole("button", { name: "Edit" }).waitFor();
  await until(() => page.evaluate(() => document.activeElement?.getAttribute("role")), (role) => role === "gridcell");
  assert.deepEqual(window.complaints, []);
});
