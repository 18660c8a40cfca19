// Where the focus goes: always to what is in view, and never to nothing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open } from "./window.mjs";

const PLACES = ["sources", "positions", "notes", "actors and issues", "history", "settings"];

describe("in a low window", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.setViewportSize({ width: 720, height: 450 });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  for (const [at, place] of PLACES.entries()) {
    test(`${place}: Tab brings what it comes to into view, and the window does not scroll`, async () => {
      const { page } = window;
      await goTo(page, at + 1);
      for (let steps = 0; steps < 40; steps += 1) {
        await page.keyboard.press("Tab");
        assert.deepEqual(await page.evaluate(stands), { focused: "in view", scrolled: 0 }, `after ${steps + 1} steps`);
      }
    });
  }

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

/** Whether what has the focus is seen, and how far the window itself was scrolled; in the window. */
async function stands() {
  const focused = document.activeElement;
  // Of a box to tick the input lies unseen in what is drawn for it.
  const drawn = focused.closest("label") ?? focused;
  const [{ isIntersecting }] = await new Promise((done) => new IntersectionObserver(done).observe(drawn));
  const scrolled = [document.scrollingElement, document.body, document.querySelector("#root")].reduce((sum, each) => sum + each.scrollTop + each.scrollLeft, 0);
  return { focused: isIntersecting ? "in view" : focused.outerHTML.slice(0, 160), scrolled };
}
