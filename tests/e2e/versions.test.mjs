// A newer version takes a source's place: chosen in the menu, its orphan placed by keys, and all of it undone.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { open, serious } from "./window.mjs";

const SAME = "The ministers of both states met in London on Wednesday and talked until late.";
const OLD = "Guarantees come first, and a ceasefire only after them, the envoys agreed.";
const NEW = "Guarantees come first, then a ceasefire, the envoys agreed in the end.";

describe("versions", () => {
  let window;
  let older;
  let newer;
  before(async () => {
    window = await open();
    await window.call("dossier_new", { path: join(window.folder, "talks.standpoint"), title: "Talks" });
    const paste = async (title, text) => (await window.call("import_paste", { title, text })).source.id;
    older = await paste("Communiqué of the envoys", `${SAME}\n\n${OLD}`);
    newer = await paste("Communiqué of the envoys, corrected", `Corrected.\n\n${SAME}\n\n${NEW}`);
    for (const quote of [SAME, OLD]) {
      const start = quote === SAME ? 0 : SAME.length + 2;
      await window.call("excerpt_keep", { source: older, start, end: start + quote.length });
    }
    await window.page.reload();
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  test("the newer version is put in place", async () => {
    const { page } = window;
    await page.getByRole("option").filter({ hasNotText: "corrected" }).click();
    await page.getByRole("button", { name: "More for this source" }).click();
    await page.getByRole("menuitem", { name: "Superseded by…" }).click();
    await page.getByRole("combobox", { name: "Newer version" }).waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.type("corrected");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Put it in place" }).click();
    await page.getByRole("heading", { level: 1, name: "Communiqué of the envoys, corrected" }).waitFor();
    await page.getByText("Not found in this version").waitFor();
    assert.deepEqual(await serious(page), []);
  });

  test("the orphan is placed by keys", async () => {
    const { page } = window;
    await page.getByRole("region", { name: "Communiqué of the envoys, corrected" }).focus();
    await page.keyboard.press("o");
    await page.getByRole("toolbar", { name: "Where the excerpt stands now" }).waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.press("p");
    await page.getByText("Not found in this version").waitFor({ state: "detached" });
    const rows = await window.call("excerpt_list", { source: newer });
    assert.deepEqual(rows.map(({ excerpt }) => [excerpt.quote, excerpt.orphan]), [[SAME, false], [NEW, false]]);
  });

  test("undone, the older version has its excerpts again", async () => {
    await window.call("undo");
    await window.call("undo");
    const rows = await window.call("excerpt_list", { source: older });
    assert.deepEqual(rows.map(({ excerpt }) => [excerpt.quote, excerpt.orphan]), [[SAME, false], [OLD, false]]);
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
