// F6 leads through the whole window: to what the place shows, and past a notice, which holds nobody.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, open, until } from "./window.mjs";

test("F6 in Positions, while a notice is shown", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  await page.getByRole("option").first().waitFor();
  const [{ issue }] = await call("issue_list");
  const { title, question, parent, half_life_days } = issue;
  await call("issue_edit", { id: issue.id, facts: { title: `${title} again`, question, parent, half_life_days } });
  await goTo(page, 2);
  await page.getByRole("treegrid").waitFor();
  await until(() => page.evaluate(() => document.querySelector("main").contains(document.activeElement)), Boolean);

  // Where F6 leads, until it has come round.
  const where = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (focused.closest("[role=treegrid]") !== null) return "matrix";
      return focused.closest("[role=region], nav, aside, section, header")?.getAttribute("aria-label") ?? focused.closest("header")?.localName ?? focused.localName;
    });
  const round = async (key) => {
    const places = [];
    for (let steps = 0; steps < 12; steps += 1) {
      await page.keyboard.press(key);
      const place = await where();
      if (places.includes(place)) break;
      places.push(place);
    }
    return places;
  };
  const before = await round("F6");
  assert.ok(before.includes("matrix") && before.includes("Places"), String(before));

  await page.keyboard.press("Control+z");
  await page.getByRole("region", { name: "Notices" }).waitFor();
  const shown = await round("F6");
  assert.ok(shown.includes("Notices"), String(shown));
  assert.equal(shown.length, before.length + 1, String(shown));
  assert.equal((await round("Shift+F6")).length, shown.length);
});
