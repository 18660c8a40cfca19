// The list of sources follows the source that is open, wherever it was opened from.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, until } from "./window.mjs";

describe("a long list of sources", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    const paths = Array.from({ length: 60 }, (_, at) => join(window.folder, `Paper ${at + 100}.txt`));
    paths.forEach((path, at) => writeFileSync(path, `The ${"x".repeat(at + 1)} text of paper ${at + 100}.\n`));
    await window.call("import_files", { paths });
    await until(() => window.call("source_list"), (rows) => rows.length >= 60, 60);
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  const chosen = () => window.page.getByRole("listbox", { name: "Sources" }).getByRole("option", { selected: true });

  /** Goes to a source by the find box. */
  const find = async (title) => {
    const { page } = window;
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type(`"${title}" in:sources`);
    await page.getByRole("dialog").getByRole("option", { name: title }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  };

  const add = async (title) => {
    const path = join(window.folder, `${title}.txt`);
    writeFileSync(path, `What ${title} says.\n`);
    await window.call("import_files", { paths: [path] });
    await window.page.getByRole("heading", { level: 1, name: title }).waitFor();
  };

  for (const [from, title, begin, bring] of [
    ["found from the text", "Paper 150", () => window.page.locator("[data-home]").first().focus(), find],
    ["found from the list", "Paper 101", () => chosen().focus(), find],
    ["found from the list, far away", "Paper 140", () => chosen().focus(), find],
    ["found from another place", "Paper 105", () => goTo(window.page, 5), find],
    ["just added", "Zones of control", () => chosen().focus(), add],
  ]) {
    test(`${from}, it is in view, and the list's focus comes to it`, async () => {
      const { page } = window;
      await begin();
      await bring(title);
      await until(() => chosen().allInnerTexts(), ([words]) => words?.includes(title));
      const inView = () => chosen().evaluate((row) => new Promise((done) => new IntersectionObserver(([{ intersectionRatio }]) => done(intersectionRatio)).observe(row)));
      await until(inView, (ratio) => ratio > 0.9);
      assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
      await page.getByRole("listbox", { name: "Sources" }).focus();
      assert.match(await page.evaluate(() => document.activeElement.innerText), new RegExp(title));
    });
  }

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
