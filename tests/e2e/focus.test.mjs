// Where the focus goes: always to what is in view, and never to nothing.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, until } from "./window.mjs";

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

  test("the sheet of all keys scrolls by keyboard", async () => {
    const { page } = window;
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "All keys" });
    await sheet.getByRole("region").and(page.locator(":focus")).waitFor();
    await page.keyboard.press("End");
    await until(() => sheet.getByRole("region").evaluate((list) => list.parentElement.scrollTop), (top) => top > 0);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

describe("after an act", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  const focused = () => window.page.evaluate(() => (document.activeElement === document.body ? "nothing" : (document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText)));
  const said = (words) => window.page.getByText(words).first().waitFor();
  const press = (button) => button.press("Enter");
  const read = async (title) => {
    await goTo(window.page, 1);
    await window.page.getByRole("option", { name: title }).first().click();
    await window.page.getByRole("heading", { level: 1, name: title }).waitFor();
  };
  const choose = async (more, entry) => {
    await press(window.page.getByRole("button", { name: more }).first());
    await press(window.page.getByRole("menuitem", { name: entry }));
  };
  const remove = async (name, entry) => {
    await goTo(window.page, 4);
    await window.page.getByRole("row", { name }).first().click();
    await choose(`More for ${name}`, entry);
    await said(`Deleted “${name}”.`);
  };
  const find = async () => {
    await read("Unnamed sources in the press");
    await window.page.keyboard.press("Control+f");
    await window.page.getByRole("textbox", { name: "Find in this source" }).press("Escape");
  };
  const step = async (button, words) => {
    await goTo(window.page, 5);
    await press(window.page.getByRole("button", { name: button }).first());
    await said(words);
  };

  const onCell = async (name, entry, words) => {
    await goTo(window.page, 2);
    await window.page.getByRole("gridcell", { name }).click();
    await choose("More for this position", entry);
    await said(words);
  };

  /** What is done, and what the focus must be on then. */
  const ACTS = [
    ["Find in source is closed", /^Unnamed sources in the press/, find],
    ["an excerpt is deleted", /^More for this excerpt$/, async () => {
      await read("Unnamed sources in the press");
      await choose("More for this excerpt", "Delete excerpt");
      await said(/^Excerpt deleted/);
    }],
    ["the last of several is deleted", /^Volodymyr Zelenskyy/, () => remove("Andrii Yermak", "Delete actor")],
    ["an actor is deleted", /^Boris Pistorius/, () => remove("Olaf Scholz", "Delete actor")],
    ["the last issue is deleted", /Sanctions/, async () => {
      await window.call("issue_create", { id: "01980000-0000-7000-8000-00000000aaaa", facts: { title: "Fisheries", question: "", parent: null, half_life_days: null } });
      await remove("Fisheries", "Delete issue");
    }],
    ["one goes back to a step", /You are here/, () => step("Undo to here", /^Went back to/)],
    ["one goes forward to a step", /You are here/, () => step("Redo to here", /^Went forward to/)],
    ["a position is withdrawn", /^Russia on Full ceasefire/, () => onCell(/^Russia on Full ceasefire/, "Withdraw", /^Withdrew/)],
    ["a position is deleted", /^United States on Full ceasefire/, () => onCell(/^United States on Full ceasefire/, "Delete", /^Deleted/)],
    ["everything is undone", /^The dossier as it was created/, () => step("Undo everything", /^Went back to/)],
    ["an empty list is filled again", /Lavrov to CBS News/, async () => {
      await read("Lavrov to CBS News");
      await choose(/^Filter/, "Withdrawn");
      await press(window.page.getByRole("button", { name: "Show all" }));
    }],
    ["what did not come in is dismissed", /Lavrov to CBS News/, async () => {
      const path = join(window.folder, "Nothing.docx");
      writeFileSync(path, "no document");
      await window.call("import_files", { paths: [path] });
      await press(window.page.getByRole("button", { name: "Dismiss the list" }));
    }],
  ];
  for (const [act, expected, run] of ACTS) {
    test(act, async () => {
      await run();
      await until(focused, (name) => expected.test(name)).catch(async () => assert.match(await focused(), expected));
    });
  }

  test("evidence of a position is moved and taken out", async () => {
    const { page } = window;
    await goTo(page, 2);
    await page.getByRole("gridcell", { name: /supports|opposes/i }).first().click();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Edit position" });
    const rows = form.getByRole("listitem");
    const add = form.getByRole("combobox", { name: "Add an excerpt" });
    await add.waitFor();
    for (let count = await rows.count(); count < 3; count += 1) {
      // What scrolls the field into view closes its list.
      await until(() => add.press("ArrowDown"), () => page.getByRole("option").first().isVisible());
      await add.press("Enter");
      await rows.nth(count).waitFor();
    }
    const where = () => page.evaluate(() => `${document.activeElement.closest("li")?.querySelector("blockquote").innerText ?? ""} ${document.activeElement.ariaLabel ?? document.activeElement.placeholder}`);
    const check = async (at, act, words, expected) => {
      await press(rows.nth(at).getByRole("button", { name: act }));
      await until(where, (now) => now === `${words} ${expected}`).catch(async () => assert.equal(await where(), `${words} ${expected}`));
    };
    const [, second, third] = await rows.locator("blockquote").allInnerTexts();
    await check(2, "Move up", third, "Move up");
    await check(1, "Move up", third, "Move down");
    await check(0, "Move down", third, "Move down");
    await check(1, "Move down", third, "Move up");
    await check(0, "Take out", second, "Take out");
    await check(1, "Take out", second, "Take out");
    await check(0, "Take out", "", "Words of an excerpt or a source");
    await page.keyboard.press("Escape");
  });

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
