// Nothing that is typed is lost by going elsewhere, and what is pressed twice is done once.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open, until } from "./window.mjs";

describe("what is typed and not saved", () => {
  let window, page, call;
  before(async () => {
    window = await open({ sample: true });
    ({ page, call } = window);
    await page.getByRole("option").first().waitFor();
  });
  after(async () => {
    assert.deepEqual(window.complaints, []);
    await window.close();
  });

  const box = (name) => page.getByRole("textbox", { name, exact: true });
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const row = (name) => page.getByRole("row", { name: new RegExp(`^${name},`) });
  const sources = () => page.getByRole("listbox").getByRole("option");
  const actors = async () => (await call("actor_list")).map(({ actor }) => actor);
  const openSource = async () => {
    await goTo(page, 1);
    await sources().nth(1).click();
    await page.getByRole("tab", { name: "Details" }).click();
    await box("Publisher").waitFor();
  };
  const openActor = async () => {
    await goTo(page, 4);
    await row("Steve Witkoff").click();
    await until(() => box("Name").inputValue(), (name) => name === "Steve Witkoff");
  };
  const away = (number) => () => goTo(page, number);

  /** A field, what is written in it, how one leaves, and that the words stand in the dossier then. */
  const check = (name, begin, field, words, leave, kept) =>
    test(name, async () => {
      await begin();
      await box(field).click();
      await press("Control+a");
      await page.keyboard.type(words);
      await leave();
      await until(kept, (found) => found);
    });
  const said = (part) => async () => JSON.stringify(await call("source_list", {})).includes(`"${part}"`);
  const ofActor = (part, words) => async () => (await actors()).some((actor) => String(actor[part]) === words);

  check("a source's fact, by a key to another place", openSource, "Publisher", "Kept by key", away(2), said("Kept by key"));
  check("by another source", openSource, "Publisher", "Kept by a click", () => sources().nth(3).click(), said("Kept by a click"));
  check("by another tab", openSource, "Authors", "Kept by a tab", () => page.getByRole("tab", { name: "Text" }).click(), said("Kept by a tab"));
  check("a date", openSource, "Published", "3 Feb 2024", away(2), said("2024-02-03"));
  check("an actor's role, by another actor", openActor, "Role", "Envoy for a day", () => row("JD Vance").click(), ofActor("role", "Envoy for a day"));
  check("by a key", openActor, "Role", "Envoy for two", away(5), ofActor("role", "Envoy for two"));
  check("another name", openActor, "Also written", "The Envoy", () => row("JD Vance").click(), async () => (await actors()).some(({ aliases }) => aliases.includes("The Envoy")));
  check("a setting", away(6), "Name in the history", "A. Writer", away(5), async () => (await call("settings_get", {})).who === "A. Writer");

  test("what is no date is told of, and the old one stays", async () => {
    await openSource();
    await box("Published").fill("in spring");
    await goTo(page, 2);
    await page.getByText("“in spring” is not a date. Published stays as it was.").waitFor();
  });

  test("dates that cannot be are told of, and the old ones stay", async () => {
    const told = page.getByText(/^Steve Witkoff: until 2020 is before .*2025, when it begins/);
    const leaveWith = async (leave) => {
      await openActor();
      await box("Since").fill("20 Jan 2025");
      await box("Since").press("Enter");
      await until(ofActor("role_from", "2025-01-20"), (found) => found);
      await box("Until").fill("2020");
      await leave();
      await told.waitFor();
      await page.getByRole("button", { name: "Dismiss" }).click();
      await told.waitFor({ state: "detached" });
    };
    // Refused while one was there, and not until one went.
    await leaveWith(async () => {
      await box("Until").press("Enter");
      await page.getByText("Until 2020 is before").waitFor();
      await row("JD Vance").click();
    });
    await leaveWith(away(5));
    assert.equal((await actors()).find(({ name }) => name === "Steve Witkoff").role_to, null);
  });

  test("a date that is put right again is no longer wrong", async () => {
    await openActor();
    const wrong = page.getByText("Not a date. Type");
    for (const again of ["", "20 Jan 2025"]) {
      await box("Since").fill(again);
      await press("Tab");
      await box("Since").fill(`${again}x`);
      await press("Tab");
      await wrong.waitFor();
      await box("Since").fill(again);
      await press("Tab");
      await wrong.waitFor({ state: "detached" });
    }
  });

  test("undo in a field that is done with is the dossier's", async () => {
    await openActor();
    const name = box("Name");
    for (const clear of [[], ["Delete"]]) {
      await name.click();
      await press("Control+a", ...clear);
      await page.keyboard.type("Steven Witkoff");
      await press("Enter");
      await row("Steven Witkoff").waitFor();
      await until(() => name.inputValue(), (shown) => shown === "Steven Witkoff");
      // What was typed and taken out again is as if nothing had been.
      await press("x", "Backspace", "Control+z");
      await until(() => name.inputValue(), (shown) => shown === "Steve Witkoff");
      await press("Tab");
      assert.deepEqual((await actors()).map((one) => one.name).filter((one) => /Witkoff/.test(one)), ["Steve Witkoff"]);
    }
    // And of letters that do not count yet, the field's.
    await name.click();
    await press("End", "x", "Control+z");
    assert.equal(await name.inputValue(), "Steve Witkoff");
    await press("Escape");
  });

  test("the form of a position comes back with what was written in it", async () => {
    await goTo(page, 2);
    const cells = page.getByRole("gridcell", { name: /supports|opposes/i });
    await cells.first().click();
    await press("Enter");
    const form = page.getByRole("form", { name: "Edit position" });
    await form.getByRole("textbox", { name: "In one line" }).fill("Half a thought");
    await cells.nth(3).click();
    await page.getByText("What you wrote is kept.").first().waitFor();
    await form.waitFor({ state: "detached" });
    await goTo(page, 1);
    await goTo(page, 2);
    await cells.first().click();
    assert.equal(await form.getByRole("textbox", { name: "In one line" }).inputValue(), "Half a thought");
    // The focus is not taken from who walks through the cells.
    assert.equal(await form.evaluate((one) => one.contains(document.activeElement)), false);
    await form.getByRole("textbox", { name: "Review by" }).fill("in spring");
    await form.getByRole("textbox", { name: "In one line" }).focus();
    await press("Escape");
    await form.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Bring it back" }).click();
    assert.equal(await form.getByRole("textbox", { name: "In one line" }).inputValue(), "Half a thought");
    await form.getByRole("textbox", { name: "In one line" }).focus();
    await press("Escape");
  });

  test("what is chosen for the other half of an actor comes back with its name", async () => {
    const actor = (await actors()).find(({ name, aliases }) => name === "Steve Witkoff" && aliases.length > 0);
    const [alias] = actor.aliases;
    const begin = async () => {
      await openActor();
      await page.getByRole("button", { name: "More for Steve Witkoff" }).click();
      await page.getByRole("menuitem", { name: "Split in two" }).click();
    };
    const other = box("The other is called");
    const own = page.getByRole("checkbox", { name: alias, exact: true });
    const stands = async () => assert.deepEqual([await other.inputValue(), await own.isChecked()], ["Another Witkoff", true]);
    await begin();
    await other.fill("Another Witkoff");
    await page.getByText(alias, { exact: true }).last().click();
    await goTo(page, 2);
    await begin();
    await stands();
    // Left by somebody who did not mean it.
    await other.focus();
    await press("Escape");
    await other.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Bring it back" }).last().click();
    await stands();
    await page.getByRole("button", { name: "Leave together" }).click();
    await other.waitFor({ state: "detached" });
  });

  test("the card on a passage stays open beside a press in the text, and comes back from elsewhere", async () => {
    await goTo(page, 1);
    await page.getByRole("tab", { name: "Text" }).click();
    await page.locator("[data-para]").first().waitFor();
    await press("j", "j", "t");
    const card = page.getByRole("form", { name: "Tag a position" });
    await card.waitFor();
    await card.getByRole("button", { name: /More|Details/ }).click().catch(() => undefined);
    const degree = card.getByRole("textbox", { name: "Degree" });
    await degree.fill("in part");
    await page.locator("[data-para]").nth(3).click({ position: { x: 3, y: 3 } });
    assert.equal(await degree.inputValue(), "in part");
    await goTo(page, 2);
    await goTo(page, 1);
    await card.waitFor();
    assert.equal(await card.getByRole("textbox", { name: "Degree" }).inputValue(), "in part");
    await card.getByRole("textbox", { name: "Degree" }).focus();
    await press("Escape");
    await card.waitFor({ state: "detached" });
  });

  test("letters pressed in the list of sources are the reader's, and a memo that was left can be brought back", async () => {
    await goTo(page, 1);
    await sources().nth(2).click();
    await page.getByRole("tab", { name: "Text" }).click();
    await page.locator("[data-para]").first().waitFor();
    await sources().nth(2).click();
    await press("j", "m");
    const memo = page.getByRole("dialog").getByRole("textbox").first();
    await memo.fill("To be asked");
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Bring it back" }).click();
    assert.equal(await memo.inputValue(), "To be asked");
    // From another place, and from another source, it leads back to it.
    for (const elsewhere of [() => goTo(page, 2), () => sources().nth(3).click()]) {
      await press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await elsewhere();
      await page.getByRole("button", { name: "Bring it back" }).last().click();
      assert.equal(await memo.inputValue(), "To be asked");
    }
    await press("Control+Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await until(() => call("excerpt_list", {}), (list) => list.some(({ excerpt }) => excerpt.memo === "To be asked"));
  });

  test("why a source is withdrawn can be brought back", async () => {
    const withdraw = async () => {
      await page.getByRole("button", { name: "More for this source" }).click();
      await page.getByRole("menuitem", { name: "Withdraw source…" }).click();
    };
    const withdrawn = async () => (await call("source_list", {})).filter(({ source }) => source.state === "withdrawn").length;
    const before = await withdrawn();
    const reason = box("Why is it withdrawn?");
    await withdraw();
    await reason.fill("A forgery");
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Bring it back" }).click();
    assert.equal(await reason.inputValue(), "A forgery");
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await goTo(page, 3);
    await page.getByRole("button", { name: "Bring it back" }).last().click();
    assert.equal(await reason.inputValue(), "A forgery");
    // Whoever goes to look at what rests on it finds it too.
    await page.getByRole("dialog").getByRole("listitem").getByRole("button").first().click();
    await page.getByText("What you wrote is kept.").first().waitFor();
    await goTo(page, 1);
    await withdraw();
    assert.equal(await reason.inputValue(), "A forgery");
    await reason.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await until(withdrawn, (count) => count === before + 1);
    await press("Control+z");
    await until(withdrawn, (count) => count === before);
  });

  test("what is found does not take a card away", async () => {
    await page.locator("[data-para]").nth(1).click({ position: { x: 3, y: 3 } });
    await press("j", "t");
    const card = page.getByRole("form", { name: "Tag a position" });
    await card.getByRole("textbox", { name: "Degree" }).fill("in part");
    await press("Control+f");
    await page.keyboard.type("the");
    await press("Enter");
    await page.waitForTimeout(300);
    assert.equal(await card.getByRole("textbox", { name: "Degree" }).inputValue(), "in part");
    await press("Escape");
    await card.getByRole("textbox", { name: "Degree" }).focus();
    await press("Escape");
  });

  test("Enter in the find box opens what was asked for, and not what was found before", async () => {
    await press("Control+k");
    await page.getByRole("combobox").first().waitFor();
    await page.keyboard.type("Crimea");
    await page.getByRole("option").first().waitFor();
    await press("Control+a");
    await page.keyboard.type("Steve Witkoff in:actor");
    await press("Enter");
    await until(() => box("Name").inputValue().catch(() => ""), (name) => /Witkoff/.test(name));
  });

  test("a press beside a dialog in which something is written does not close it", async () => {
    await press("Control+k");
    await page.keyboard.type("Paste text");
    await page.getByRole("option", { name: /Paste text/ }).waitFor();
    await press("Enter");
    await box("Text").fill("Words of a page.");
    await page.mouse.click(5, 5);
    assert.equal(await box("Text").inputValue(), "Words of a page.");
    await page.getByRole("button", { name: "Add to the dossier" }).dblclick();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await until(() => call("source_list", {}), (list) => list.some(({ source }) => source.title.startsWith("Words")));
    assert.equal((await call("source_list", {})).filter(({ source }) => source.title.startsWith("Words")).length, 1);
  });

  test("what is pressed twice is done once", async () => {
    await goTo(page, 4);
    const issues = (await call("issue_list")).length;
    await page.getByRole("button", { name: "New issue" }).click();
    await page.keyboard.type("Only one");
    await page.getByRole("button", { name: "Create" }).dblclick();
    await until(() => call("issue_list"), (list) => list.length > issues);
    assert.equal((await call("issue_list")).length, issues + 1);

    await goTo(page, 1);
    const kept = (await call("excerpt_list", {})).length;
    await sources().nth(2).click();
    await page.getByRole("tab", { name: "Text" }).click();
    await page.locator("[data-para]").nth(1).click({ position: { x: 3, y: 3 } });
    await press("j");
    await page.locator("[data-selected]").first().waitFor();
    await press("e", "e", "e");
    await until(() => call("excerpt_list", {}), (list) => list.length > kept);
    await page.waitForTimeout(300);
    assert.equal((await call("excerpt_list", {})).length, kept + 1);
  });
});
