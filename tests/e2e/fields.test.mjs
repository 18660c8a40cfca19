// What a field is given that cannot be so: it is said there, and nothing is sent.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open, until } from "./window.mjs";

describe("fields", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  const labels = async () => (await window.call("app_state")).dossier.head.marking_scheme.labels;
  const actor = async () => (await window.call("actor_list"))[0].actor;

  test("a label twice in the own list is said to be, and the list is kept as it was typed", async () => {
    const { page } = window;
    await goTo(page, 6);
    await page.getByRole("button", { name: /Marking scheme/ }).click();
    await page.getByRole("option", { name: "Own list" }).click();
    const field = page.getByRole("textbox", { name: "Labels, lowest rank first" });
    await field.fill("LOW\nHIGH");
    await field.blur();
    await until(labels, (now) => now.join() === "LOW,HIGH");
    await field.fill("LOW\nHIGH\n LOW ");
    await field.blur();
    await page.getByText("“LOW” stands there twice. Take one of them out.").waitFor();
    assert.match(await field.inputValue(), /^LOW\nHIGH\n *LOW/);
    assert.deepEqual(await labels(), ["LOW", "HIGH"]);
    await field.fill("LOW\nMIDDLE\nHIGH");
    await field.blur();
    await until(labels, (now) => now.join() === "LOW,MIDDLE,HIGH");
    assert.equal(await page.getByText(/stands there twice/).count(), 0);
  });

  test("a marking outside the scheme stands on as a choice", async () => {
    const { page } = window;
    await goTo(page, 1);
    await page.getByRole("option").first().click();
    await page.getByRole("tab", { name: "Details" }).click();
    const field = page.getByRole("button", { name: /Marking/ });
    assert.match(await field.innerText(), /OFFICIAL \(outside the scheme\)/);
    await field.click();
    assert.deepEqual(await page.getByRole("option").filter({ hasText: /LOW|MIDDLE|HIGH|OFFICIAL/ }).allInnerTexts().then((all) => all.filter((each) => !each.includes("\n"))), ["LOW", "MIDDLE", "HIGH", "OFFICIAL (outside the scheme)"]);
    await page.getByRole("option", { name: "HIGH" }).click();
    await until(() => field.innerText(), (words) => words.includes("HIGH"));
  });

  test("a role that ends before it begins is said to, and is not kept until it does not", async () => {
    const { page } = window;
    await goTo(page, 4);
    await page.getByRole("treegrid").getByRole("row").first().click();
    const since = page.getByRole("textbox", { name: "Since" });
    const till = page.getByRole("textbox", { name: "Until" });
    await since.fill("20 Jan 2025");
    await since.press("Enter");
    await until(actor, ({ role_from }) => role_from === "2025-01-20");
    await till.fill("2020");
    await till.press("Enter");
    await page.getByText("Until 2020 is before 20 Jan 2025, when it begins. Not saved.").waitFor();
    assert.equal((await actor()).role_to, null);
    await since.fill("1 May 2019");
    await since.press("Enter");
    await until(actor, ({ role_from, role_to }) => role_from === "2019-05-01" && role_to === "2020");
    assert.equal(await page.getByText(/when it begins/).count(), 0);
    await till.fill("1 Jan 0000");
    await till.press("Enter");
    await page.getByText(/^Not a date/).waitFor();
    await till.press("Escape");
  });

  test("where single letters are switched off, none is shown as a key", async () => {
    const { page } = window;
    const setting = page.getByRole("checkbox", { name: /^Single letters act as keys/ });
    const caps = async () => (await page.locator("kbd:visible").allInnerTexts()).filter((keys) => keys.replace("Shift ", "").length === 1);
    const look = async () => {
      await goTo(page, 1);
      await page.getByRole("option").first().click();
      await page.getByRole("tab", { name: "Text" }).click();
      await page.locator("[data-para]").nth(1).selectText();
      await page.locator("[data-para]").nth(1).dispatchEvent("pointerup");
      await page.getByRole("button", { name: /^Tag position/ }).waitFor();
      return caps();
    };
    assert.ok((await look()).includes("J"));
    await goTo(page, 6);
    await setting.press("Space");
    await until(() => window.call("settings_get"), (settings) => !settings.single_letter_keys);
    assert.deepEqual(await look(), []);
    // What is selected, kept and tagged by letters can be without them.
    await page.keyboard.press("Escape");
    const selected = async () => (await page.locator("[data-para] [data-selected]").allInnerTexts()).join("");
    const steps = [];
    for (const keys of ["Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp", "Alt+Shift+ArrowDown"]) {
      await page.keyboard.press(keys);
      steps.push(await until(selected, (words) => words !== "" && words !== steps.at(-1)));
    }
    assert.equal(steps[2], steps[0]);
    assert.ok(steps[3].startsWith(steps[0].slice(0, 20)) && steps[3].length > steps[0].length, steps[3]);
    const before = (await window.call("excerpt_list", {})).length;
    await page.keyboard.press("Alt+Enter");
    await page.keyboard.press("Enter");
    await until(() => window.call("excerpt_list", {}), (rows) => rows.length === before + 1);
    await until(() => page.evaluate(() => document.activeElement.closest("[data-home]") !== null), Boolean);
    await page.keyboard.press("Alt+ArrowDown");
    // What has the focus takes its own.
    await page.getByRole("button", { name: /^Tag position/ }).click();
    await page.getByRole("form", { name: "Tag a position" }).waitFor();
    assert.ok((await caps()).includes("1"));
    await page.keyboard.press("Escape");
    await goTo(page, 6);
    await setting.press("Space");
    await until(() => window.call("settings_get"), (settings) => settings.single_letter_keys);
  });

  test("a day without its year is the last one before its source, and one that is to come is said to be", async () => {
    const { page } = window;
    await goTo(page, 1);
    await page.getByRole("option").filter({ hasText: "Jeddah" }).first().click();
    await page.getByRole("tab", { name: "Text" }).click();
    await page.locator("[data-para]").nth(1).click({ position: { x: 3, y: 3 } });
    for (const key of ["j", "j", "t"]) await page.keyboard.press(key);
    const day = page.getByRole("form", { name: "Tag a position" }).getByRole("textbox", { name: "As of" });
    const toCome = page.getByText("This day is still to come: until then the position is not in the matrix.");
    await day.fill("30 Dec");
    await day.press("Tab");
    assert.equal(await day.inputValue(), "30 Dec 2024");
    assert.equal(await toCome.count(), 0);
    await day.fill("30 Dec 2999");
    await day.press("Tab");
    await toCome.waitFor();
    await day.press("Escape");
    await goTo(page, 2);
    await page.getByRole("gridcell", { name: /supports/i }).first().click();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Edit position" });
    await form.getByRole("textbox", { name: "As of" }).fill("30 Dec");
    await form.getByRole("textbox", { name: "As of" }).press("Tab");
    assert.equal(await form.getByRole("textbox", { name: "As of" }).inputValue(), "30 Dec 2024");
    await form.getByRole("textbox", { name: "Review by" }).fill("30 Dec");
    await form.getByRole("textbox", { name: "Review by" }).press("Tab");
    assert.ok((await form.getByRole("textbox", { name: "Review by" }).inputValue()) >= `30 Dec ${new Date().getFullYear()}`);
    await form.getByRole("textbox", { name: "In one line" }).press("Escape");
    await form.waitFor({ state: "detached" });
  });

  test("what a position takes the place of is one of its own actors on its issue", async () => {
    const { page } = window;
    await goTo(page, 2);
    await page.getByRole("gridcell", { name: /^Russia on Full ceasefire/ }).click();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Edit position" });
    const field = form.getByRole("button", { name: /Takes the place of/ });
    const offered = async () => {
      await field.click();
      const all = await page.getByRole("option").allInnerTexts();
      await page.keyboard.press("Escape");
      return all;
    };
    const own = ["no earlier position", "Russia: Opposes with conditions, 18 Mar 2025", "Russia: Supports with conditions, 13 Mar 2025"];
    await until(() => field.innerText(), (words) => words.startsWith(own[1]));
    assert.deepEqual(await offered(), own);
    // Of nobody there is none, and what was chosen is chosen no more.
    await form.getByRole("button", { name: "Remove Russia" }).click();
    await until(() => field.innerText(), (words) => words.startsWith(own[0]));
    assert.deepEqual(await offered(), [own[0]]);
    await form.getByRole("textbox", { name: "In one line" }).press("Escape");
    await form.waitFor({ state: "detached" });
  });

  test("what was offered goes with the dossier", async () => {
    const { page } = window;
    await goTo(page, 4);
    await page.getByRole("treegrid").getByRole("row").first().focus();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Redo", exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await page.locator("[role=combobox]:focus").waitFor();
    await page.keyboard.type("close dossier");
    await page.getByRole("option", { name: /Close/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await until(() => page.title(), (title) => title === "Standpoint");
    await until(() => page.getByRole("button", { name: "Redo", exact: true }).count(), (count) => count === 0, 1);
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
