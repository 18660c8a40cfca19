// What is concluded from positions, as lists of any length: only what is in view is drawn, and keys go through all of it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";

describe("what is concluded", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
    await goTo(window.page, 2);
  });
  after(() => window.close());

  /** Opens a tab and gives its grid once it has rows to go to. */
  const grid = async (name) => {
    await window.page.getByRole("tab", { name }).click();
    const found = window.page.getByRole("grid", { name });
    await found.getByRole("row").getByRole("button").first().waitFor();
    return found;
  };
  /** The place of the row with the focus, and whether all of it is in view. */
  const focused = () =>
    window.page.evaluate(() => {
      const row = document.activeElement.closest("[role=row]");
      const { top, bottom } = row?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return [Number(row?.getAttribute("aria-rowindex")), top >= 0 && bottom <= innerHeight];
    });
  const comesTo = (place) => until(focused, ([row, inView]) => row === place && inView);

  for (const name of ["Stale", "Contradictions", "Gaps"]) {
    test(`${name}: keys lead to the last row and back, and the rest is not drawn`, async () => {
      const { page } = window;
      await page.setViewportSize({ width: 1280, height: 480 });
      const rows = await grid(name);
      const count = Number(await rows.getAttribute("aria-rowcount"));
      assert.ok((await rows.getByRole("row").count()) < count, "not all rows are drawn");
      assert.deepEqual(await serious(page), []);
      await page.getByRole("button", { name: "Put in note" }).first().focus();
      await page.keyboard.press("Tab");
      await comesTo(2);
      await page.keyboard.press("Control+End");
      await comesTo(count);
      await page.keyboard.press("ArrowUp");
      await comesTo(count - 1);
      await page.keyboard.press("Control+Home");
      await comesTo(2);
      assert.ok((await rows.getByRole("row").count()) < count, "not all rows are drawn");
    });
  }

  test("the contradictions under the heads are as many as the tab says, by kind", async () => {
    const rows = await grid("Contradictions");
    const list = await window.call("contradiction_list");
    const kinds = new Set(list.map((one) => (one.between === "evidence" ? "evidence" : one.discord)));
    assert.equal(Number(await rows.getAttribute("aria-rowcount")), list.length + kinds.size + 1);
    assert.deepEqual(await window.call("contradiction_list", { from: 1, limit: 2 }), list.slice(1, 3));
  });

  test("Enter opens the position that is stale", async () => {
    const { page } = window;
    const rows = await grid("Stale");
    const [, second] = await window.call("stale_list", { limit: 2 });
    await rows.getByRole("row").getByRole("button").first().focus();
    await page.keyboard.press("ArrowDown");
    await comesTo(3);
    await page.keyboard.press("Enter");
    const full = await window.call("position_get", { id: second.position });
    await page.getByRole("complementary").or(page.locator("main")).getByText(full.excerpts[0].quote.slice(0, 30)).first().waitFor();
  });

  for (const [name, parts] of [
    ["Timeline", ["section[aria-label^='Bars from'] [aria-hidden=true]:first-child > div > span", "section[aria-label^='Bars from'] li button"]],
    ["Contradictions", ["[role=row] [role=gridcell] button > span:first-child", "[role=row] [role=gridcell] button > span:last-child > span", "[role=row] blockquote"]],
  ]) {
    test(`${name}: in a low and narrow window nothing lies over another`, async () => {
      const { page } = window;
      await page.setViewportSize({ width: 720, height: 450 });
      await page.getByRole("tab", { name }).click();
      for (const part of parts) await page.locator(part).first().waitFor({ state: "attached" });
      assert.deepEqual(await page.evaluate(overlapping, parts.join(", ")), []);
      assert.deepEqual(await serious(page), []);
    });
  }

  test("Alignment: in a low window there is room for several rows", async () => {
    await window.page.getByRole("tab", { name: "Alignment" }).click();
    const { height } = await window.page.getByRole("grid", { name: /^How \d+ actors agree/ }).locator("..").boundingBox();
    assert.ok(height >= 240, `${height} pixels`);
  });

  test("gaps: where there are none, why", async (run) => {
    const own = await open();
    run.after(() => own.close());
    await own.page.getByRole("button", { name: "New dossier" }).waitFor();
    await own.call("dossier_new", { path: join(own.folder, "new.standpoint"), title: "New" });
    await own.page.reload();
    await own.page.locator("[data-place][aria-current=page]").waitFor();
    await goTo(own.page, 2);
    await own.page.getByRole("tab", { name: "Gaps" }).click();
    await own.page.getByRole("heading", { name: "No gaps found" }).waitFor();
    await own.page.getByText(/^There are no issues yet/).waitFor();
    await own.call("issue_create", { id: "01980000-0000-7000-8000-00000000aaaa", facts: { title: "Fisheries", question: "", parent: null, half_life_days: null } });
    await own.page.getByText(/^Whoever takes a position takes one on every issue/).waitFor();
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

/** What lies over another of the same kind, or beyond the width of what it stands in. Runs in the window. */
function overlapping(selector) {
  const drawn = [...document.querySelectorAll(selector)].map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    // As wide as its words, if these are wider.
    const [own, words] = [each.getBoundingClientRect(), range.getBoundingClientRect()];
    const isCut = getComputedStyle(each).overflowX === "hidden";
    return { name: each.textContent.slice(0, 60), left: own.left, right: isCut ? own.right : Math.max(own.right, words.right), top: own.top, bottom: own.bottom };
  });
  const lie = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const edge = document.querySelector("main [data-region]").getBoundingClientRect().right;
  const over = drawn.flatMap((one, at) => drawn.slice(at + 1).filter((other) => lie(one, other)).map((other) => `${one.name} / ${other.name}`));
  return [...over, ...drawn.filter(({ right }) => right > edge).map(({ name }) => name)];
}
