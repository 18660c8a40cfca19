// Every place, light and dark: nothing serious for axe, nothing refused by the policy, no error.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";

const PLACES = ["sources", "positions", "notes", "actors and issues", "history", "settings"];

for (const dark of [false, true]) {
  describe(dark ? "dark" : "light", () => {
    let window;
    before(async () => {
      window = await open({ sample: true, dark });
      await window.page.getByRole("option").first().waitFor();
    });
    after(() => window.close());

    for (const [at, place] of PLACES.entries()) {
      test(place, async () => {
        await goTo(window.page, at + 1);
        const isWithin = () => window.page.evaluate(() => document.querySelector("main").contains(document.activeElement));
        await until(isWithin, (within) => within);
        assert.deepEqual(await serious(window.page), []);
      });
    }

    test("a source being read", async () => {
      await goTo(window.page, 1);
      await window.page.getByRole("option").nth(1).click();
      await window.page.locator("article, [role=document]").first().waitFor();
      assert.deepEqual(await serious(window.page), []);
    });

    test("who stands with whom, and the issues behind a figure", async () => {
      await goTo(window.page, 2);
      await window.page.getByRole("tab", { name: "Alignment" }).click();
      const grid = window.page.getByRole("grid");
      await grid.waitFor();
      assert.deepEqual(await serious(window.page), []);
      await grid.getByRole("rowheader").first().click();
      await window.page.keyboard.press("ArrowRight");
      await window.page.keyboard.press("ArrowRight");
      await window.page.getByRole("table", { name: / and / }).waitFor();
      assert.match(await window.page.evaluate(() => document.activeElement?.textContent ?? ""), / and /);
      assert.deepEqual(await serious(window.page), []);
      await window.page.getByRole("tab", { name: "Matrix" }).click();
    });

    test("what rests on a source", async () => {
      await goTo(window.page, 1);
      await window.page.getByRole("option").nth(1).click();
      await window.page.getByRole("button", { name: "More for this source" }).click();
      await window.page.getByRole("menuitem", { name: "What rests on it" }).click();
      await window.page.getByRole("region", { name: "What rests on this source" }).waitFor();
      assert.deepEqual(await serious(window.page), []);
      await window.page.keyboard.press("Escape");
    });

    test("a note being written", async () => {
      await goTo(window.page, 3);
      await window.page.getByRole("button", { name: "After the London talks: who stands where", exact: true }).click();
      await window.page.locator("[data-note-field]").first().waitFor();
      await window.page.getByRole("button", { name: /page 1/i }).first().waitFor();
      assert.deepEqual(await serious(window.page), []);
    });

    test("the find box", async () => {
      await window.page.keyboard.press("Control+k");
      await window.page.keyboard.type("crimea");
      await window.page.getByRole("option", { name: /crimea/i }).first().waitFor();
      assert.deepEqual(await serious(window.page), []);
      await window.page.keyboard.press("Escape");
    });

    test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
  });
}

describe("first start", () => {
  test("nothing open", async () => {
    const window = await open();
    await window.page.getByRole("button").first().waitFor();
    assert.deepEqual(await serious(window.page), []);
    await window.close();
  });

  test("a file that is no dossier is told of, in the settings too", async (run) => {
    const window = await open();
    run.after(() => window.close());
    const { page } = window;
    const path = join(window.folder, "Words.standpoint");
    writeFileSync(path, "no dossier");
    await page.getByRole("button", { name: "New dossier" }).waitFor();
    await page.keyboard.press("Control+6");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await page.keyboard.press("Control+o");
    await page.getByRole("dialog").getByRole("textbox").fill(path);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Notices" }).getByText(/Words\.standpoint/).waitFor();
  });
});
