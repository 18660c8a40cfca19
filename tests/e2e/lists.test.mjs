// A list of actors pasted in, and a search that is kept: by keys, undone, and read by axe.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";

const TABLE = "Name;Short name;Belongs to;Also written\nOffice of Trade;OT;Kessia;the Trade Office\nKessia;;;\nUkraine;;;Kyiv Rus\nStray;;Nowhere;\n";

describe("lists", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  const names = async () => (await window.call("actor_list")).map(({ actor }) => actor.name);

  test("actors come in from a pasted table, and go with one undo", async () => {
    const { page } = window;
    const before = await names();
    await goTo(page, 4);
    await page.keyboard.press("Control+i");
    const dialog = page.getByRole("dialog", { name: "Import actors" });
    await dialog.waitFor();
    await page.keyboard.insertText(TABLE);
    await dialog.getByRole("table").waitFor();
    await dialog.getByText("3 new, 0 merged, of 4 in the list").waitFor();
    assert.deepEqual(await serious(page), []);
    await dialog.getByRole("button", { name: /What becomes of Ukraine/ }).click();
    await page.getByRole("option", { name: "Merge into Ukraine" }).click();
    await dialog.getByText("3 new, 1 merged, of 4 in the list").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    assert.deepEqual((await names()).toSorted(), [...before, "Office of Trade", "Kessia", "Stray"].toSorted());
    await page.getByText(/Imported 3 actors and merged 1/).first().waitFor();
    await page.keyboard.press("Control+z");
    await until(names, (now) => now.length === before.length);
    assert.deepEqual(await names(), before);
  });

  test("a search is kept, asked again and dropped by keys", async () => {
    const { page } = window;
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("crimea in:positions");
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: /No longer keep it/ }).waitFor();
    assert.deepEqual((await window.call("search_list")).map(({ query }) => query), ["crimea in:positions"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    const kept = page.getByRole("option", { name: /crimea in:positions/ });
    await kept.waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.press("Enter");
    assert.equal(await page.getByRole("combobox").inputValue(), "crimea in:positions");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await kept.waitFor();
    await page.keyboard.press("Delete");
    await kept.waitFor({ state: "detached" });
    assert.deepEqual(await window.call("search_list"), []);
    await page.keyboard.press("Escape");
  });

  const found = () => window.page.getByRole("group", { name: "Find" }).getByRole("option");
  const search = async (words) => {
    await window.page.keyboard.press("Control+k");
    await window.page.locator("[role=combobox]:focus").waitFor();
    await window.page.keyboard.type(words);
    await found().first().waitFor();
  };

  for (const [words, isCut] of [["the", true], ["crimea in:issues", false]]) {
    test(`of ${words} the box says whether there is more: ${isCut}`, async () => {
      const { page } = window;
      await search(words);
      const said = page.getByText("These are the first 40. Type more to narrow the search.");
      await until(() => said.count(), (count) => count === Number(isCut));
      if (isCut) assert.equal(await found().count(), 40);
      await page.keyboard.press("Escape");
    });
  }

  test("one kind alone is not crowded out by the others", async () => {
    const { page } = window;
    await search("ukraine");
    const actors = (await window.call("search", { text: "ukraine in:actors", limit: 100 })).length;
    for (const kind of ["sources", "excerpts", "actors"]) {
      await page.keyboard.press("Tab");
      await page.getByText(`only ${kind}`).waitFor();
    }
    await until(() => found().count(), (count) => count === Math.min(actors, 40));
    await page.keyboard.press("Escape");
  });

  test("the example in the box finds something in the sample", async () => {
    const { page } = window;
    await page.keyboard.press("Control+k");
    const [, example] = /as in (stance:.*)\.$/.exec(await page.getByText(/as in stance:/).innerText());
    await page.keyboard.press("Escape");
    await search(example);
    await page.keyboard.press("Escape");
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
