// What one types while tagging is what is recorded: dates, lists and boxes by keys, and where the focus goes.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";

/** Where pictures go, if somebody wants to look at them. */
const looks = process.env.STANDPOINT_LOOKS;

const TEXT = [
  "Talks on the strait, 3 May 2024.",
  "Kessia opposes security guarantees for the islands. Arvenia would join if there is progress within days.",
  "“We will not sign anything yet”, Ada Moor said. Kessia’s Prime Minister Ada Moor has left, and so has French President Anna Blum.",
  "Kessia rejects island guarantees. Kessia opposes every one of the guarantees for an island.",
].join("\n\n");

describe("tagging", () => {
  let window;
  let card;
  before(async () => {
    window = await open();
    await window.call("dossier_new", { path: join(window.folder, "strait.standpoint"), title: "The strait" });
    await window.page.reload();
    await window.page.locator("[data-place=positions]").waitFor();
    await window.page.setViewportSize({ width: 1280, height: 800 });
    card = window.page.getByRole("form", { name: "Tag a position" });
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.type("Paste text");
    await window.page.getByRole("option", { name: /Paste text/ }).waitFor();
    await window.page.keyboard.press("Enter");
    await window.page.getByRole("textbox", { name: "Text" }).waitFor();
    await window.page.keyboard.insertText(TEXT);
    await window.page.keyboard.press("Control+Enter");
    await window.page.locator("[data-para]").first().waitFor();
  });
  after(() => window.close());

  const look = (name) => (looks === undefined ? undefined : window.page.screenshot({ path: `${looks}/${name}.png` }));
  const focused = () => window.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
  const positions = () => window.call("position_list", {});
  /** Selects the sentence of these words and opens the card on it. */
  const tag = async (words) => {
    const { page } = window;
    await page.keyboard.press("Escape");
    await until(
      async () => {
        await page.keyboard.press("j");
        return page.locator("[data-selected]").allTextContents();
      },
      (texts) => texts.join("").includes(words),
    );
    await page.keyboard.press("t");
    await card.waitFor();
  };
  /** Says who, on what and how, if the card does not know. */
  const fill = async (actor, issue, stance) => {
    const { page } = window;
    const actors = card.getByRole("combobox", { name: "Actor" });
    if (actor !== undefined) {
      await actors.focus();
      await page.keyboard.type(actor);
      await page.getByRole("option", { name: actor }).first().waitFor();
      await page.keyboard.press("Enter");
    }
    await card.getByRole("combobox", { name: "Issue" }).focus();
    await page.keyboard.type(issue);
    await page.getByRole("option", { name: issue }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press(stance);
  };

  test("Enter takes the date that stands in the field, and stops at one that cannot be read", async () => {
    const { page } = window;
    const before = (await positions()).length;
    await tag("Kessia opposes");
    await fill("Kessia", "Island guarantees", "5");
    const date = card.getByRole("textbox", { name: "As of" });
    await date.fill("last year");
    await page.keyboard.press("Enter");
    await card.getByText("Not a date.").waitFor();
    await look("unreadable-date");
    await card.getByRole("button", { name: "Record position" }).click();
    await until(() => date.evaluate((field) => field === document.activeElement), (has) => has);
    await page.keyboard.press("Control+Enter");
    assert.equal(await date.inputValue(), "last year", "what was typed stays");
    assert.equal((await positions()).length, before, "nothing is recorded");
    await date.fill("2020");
    await page.keyboard.press("Enter");
    const list = await until(positions, (all) => all.length === before + 1);
    assert.equal(list.find(({ stance, as_of }) => stance === "opposes" && as_of === "2020")?.as_of, "2020");
    await card.waitFor({ state: "detached" });
  });

  test("a chosen manner has the tick, and from a list Ctrl Enter records", async () => {
    const { page } = window;
    const before = (await positions()).length;
    await tag("Arvenia would join");
    await fill("Arvenia", "Island guarantees", "2");
    const manner = card.getByRole("button", { name: /Manner/ });
    const list = page.getByRole("listbox", { name: /Manner/ });
    for (const name of ["Inferred", "Leaked"]) {
      await manner.focus();
      await page.keyboard.press("Enter");
      await list.getByRole("option", { name }).click();
      await list.waitFor({ state: "detached" });
      await manner.focus();
      await page.keyboard.press("Enter");
      await list.waitFor();
      assert.deepEqual(await list.getByRole("option").filter({ has: page.locator("svg") }).allTextContents(), [name]);
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
    }
    await manner.focus();
    assert.match(await card.getByRole("button", { name: /Record position/ }).textContent(), /Ctrl Enter$/);
    await page.keyboard.press("Control+Enter");
    const all = await until(positions, (now) => now.length === before + 1);
    assert.ok(all.some((position) => position.manner === "leaked" && position.stance === "supports_with_conditions"));
    await card.waitFor({ state: "detached" });
  });

  test("an unreadable date stops the saving of a position too", async () => {
    const { page } = window;
    await goTo(page, 2);
    await page.getByRole("gridcell", { name: /Kessia on Island guarantees/ }).click();
    await page.getByRole("complementary").getByRole("button", { name: "Edit" }).click();
    const form = page.getByRole("form", { name: "Edit position" });
    const date = form.getByRole("textbox", { name: "As of" });
    await date.fill("last year");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Not a date.").waitFor();
    await until(() => date.evaluate((field) => field === document.activeElement), (has) => has);
    await look("unreadable-date-form");
    const [said, acts] = [await form.getByText("Not a date.").boundingBox(), await form.getByRole("button", { name: "Save" }).boundingBox()];
    assert.ok(said.y + said.height <= acts.y, "nothing lies over what is said of it");
    assert.equal(await date.inputValue(), "last year");
    await date.fill("Mar 2021");
    await page.keyboard.press("Enter");
    await form.waitFor({ state: "detached" });
    await until(positions, (all) => all.some(({ as_of }) => as_of === "2021-03"));
  });

  test("what is typed into a box takes the place of what is chosen there", async () => {
    const { page } = window;
    await goTo(page, 4);
    await page.getByRole("row", { name: /^Kessia,/ }).click();
    const parent = page.getByRole("combobox", { name: "Belongs to" });
    await parent.click();
    await page.keyboard.type("Ar");
    assert.equal(await parent.inputValue(), "Ar");
    await page.keyboard.press("Escape");
    assert.equal(await parent.inputValue(), "nobody", "Esc puts it back");
    await page.keyboard.type("Arvenia");
    assert.equal(await parent.inputValue(), "Arvenia");
    await page.keyboard.press("Enter");
    const named = async (name) => (await window.call("actor_list")).map(({ actor }) => actor).find((actor) => actor.name === name);
    const { id } = await named("Arvenia");
    await until(() => named("Kessia"), (kessia) => kessia.parent === id);
    await until(() => parent.inputValue(), (shown) => shown === "Arvenia");
    await page.keyboard.type("nob");
    assert.equal(await parent.inputValue(), "nob");
    await page.keyboard.press("Escape");
  });

  test("a stance is not mistaken for what a passage does, and nothing lies over the words", async () => {
    const { page } = window;
    await goTo(page, 2);
    await page.getByRole("gridcell", { name: /Kessia on Island guarantees/ }).click();
    await page.getByText("Speaks for this reading").first().waitFor();
    await goTo(page, 1);
    await page.locator("[data-para]").first().waitFor();
    await tag("Kessia opposes");
    await fill(undefined, "Island guarantees", "5");
    await page.keyboard.press("Enter");
    const said = page.getByRole("status").filter({ hasText: "Position recorded." });
    await said.waitFor();
    await look("toast");
    const text = await page.getByRole("region", { name: "Talks on the strait, 3 May 2024" }).boundingBox();
    assert.ok((await said.boundingBox()).y >= text.y + text.height, "it stands below the text");
  });

  test("the likely issue stands there as a guess, and what is recorded already takes more evidence", async () => {
    const { page } = window;
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByText("· Island guarantees?").first().waitFor();
    await look("suggested-issue");
    const before = await positions();
    await tag("Kessia rejects");
    const issue = card.getByRole("combobox", { name: "Issue" });
    await until(() => issue.inputValue(), (title) => title === "Island guarantees");
    await card.getByText("guessed from the words").waitFor();
    await until(() => issue.evaluate((field) => field === document.activeElement && field.selectionEnd - field.selectionStart), (selected) => selected === "Island guarantees".length);
    await page.keyboard.press("Enter");
    await page.keyboard.press("5");
    await card.getByText("recorded from this source already").waitFor();
    await look("more-evidence");
    await page.keyboard.press("Alt+Enter");
    await card.waitFor({ state: "detached" });
    const now = await positions();
    assert.deepEqual(now.map(({ id }) => id), before.map(({ id }) => id));
    assert.deepEqual(now.map(({ evidence }) => evidence.length).toSorted(), [...before.map(({ evidence }) => evidence.length).toSorted().slice(0, -1), 2]);
    await page.keyboard.press("Control+z");
    await until(positions, (list) => JSON.stringify(list) === JSON.stringify(before));
  });

  test("after the last new name the text has the focus, and G works there and beside the details", async () => {
    const { page } = window;
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /new name/ }).click();
    const names = page.getByRole("dialog", { name: "Names not yet known" });
    await names.waitFor();
    await look("names");
    await names.getByText("Prime Minister, Kessia").waitFor();
    await names.getByText("President, France").waitFor();
    assert.deepEqual(await serious(page), []);
    await names.getByRole("button", { name: "Add Anna Blum as Person" }).press("Enter");
    await names.getByText("Added").waitFor();
    await names.getByRole("button", { name: /^Add Ada Moor/ }).press("Enter");
    await names.waitFor({ state: "detached" });
    const rows = (await window.call("actor_list")).map(({ actor }) => actor);
    const moor = rows.find(({ name }) => name === "Ada Moor");
    assert.equal(moor.role, "Prime Minister");
    assert.equal(moor.parent, rows.find(({ name }) => name === "Kessia").id);
    await until(focused, (where) => where.startsWith("Talks on the strait"));
    await page.keyboard.press("g");
    await page.locator("[data-offered]").first().waitFor();
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByRole("textbox", { name: "Title" }).waitFor();
    await page.keyboard.press("g");
    await page.locator("[data-offered]").first().waitFor();
  });

  test("all new names come in at once, and go with one undo", async () => {
    const { page } = window;
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    const actors = async () => (await window.call("actor_list")).map(({ actor }) => actor.name);
    const before = await until(actors, (names) => !names.includes("Ada Moor") && !names.includes("Anna Blum"));
    await page.getByRole("button", { name: "2 new names" }).click();
    await page.getByRole("button", { name: "Add all" }).press("Enter");
    await until(actors, (names) => names.includes("Ada Moor") && names.includes("Anna Blum"));
    await until(focused, (where) => where.startsWith("Talks on the strait"));
    await page.keyboard.press("Control+z");
    await until(actors, (names) => JSON.stringify(names) === JSON.stringify(before));
  });

  test("in a low and narrow window the card's buttons and the keys at the foot are whole", async () => {
    const { page } = window;
    for (const [width, height] of [[1024, 700], [720, 640]]) {
      await page.setViewportSize({ width, height });
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await page.keyboard.press("t");
      await card.waitFor();
      const button = card.getByRole("button", { name: /^Record position/ });
      const inSight = () => button.evaluate((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return [[left + 2, top + 2], [right - 2, bottom - 2]].every(([x, y]) => one.contains(document.elementFromPoint(x, y)));
      });
      await until(inSight, Boolean);
      const entries = await page.locator("section span:has(> kbd)").filter({ hasText: /sentence|extend|keep excerpt|memo$/ }).evaluateAll((all) => all.map((one) => {
        const [own, line] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
        return own.top >= line.bottom - 1 || own.right <= line.right;
      }));
      assert.ok(entries.length > 2 && entries.every(Boolean), String(entries));
      await page.keyboard.press("Escape");
    }
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
