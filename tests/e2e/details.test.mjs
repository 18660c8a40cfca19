// The details of a note: nothing that is written in them goes without a word.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open, openNote } from "./window.mjs";

describe("the details of a note", () => {
  let window, page, call, note;
  before(async () => {
    window = await open({ sample: true });
    ({ page, call } = window);
    note = await call("note_create", { title: "Stocktake", template: "position_paper" });
    await openNote(page, note.title);
    page.setDefaultTimeout(5000);
  });
  after(async () => {
    assert.deepEqual(window.complaints, []);
    await window.close();
  });

  const dialog = () => page.getByRole("dialog", { name: "Details of the note" });
  const box = (name) => dialog().getByRole("textbox", { name, exact: true });
  const details = async () => {
    await page.getByRole("button", { name: "Details", exact: true }).click();
    await dialog().waitFor();
  };
  const left = () => dialog().waitFor({ state: "detached" });

  test("left with Esc, they can be brought back, and are as they were until they are saved", async () => {
    await details();
    await box("Who will be there").fill("The whole delegation");
    await page.keyboard.press("Escape");
    await left();
    await details();
    assert.equal(await box("Who will be there").inputValue(), "");
    await page.keyboard.press("Escape");
    await left();
    await page.getByRole("button", { name: "Bring it back" }).click();
    assert.equal(await box("Who will be there").inputValue(), "The whole delegation");
    await box("Title").press("Enter");
    await left();
    assert.equal((await call("note_get", { id: note.id })).note.meeting.who, "The whole delegation");
    await details();
    await page.keyboard.press("Escape");
    await left();
    assert.equal(await page.getByRole("button", { name: "Bring it back" }).count(), 0);
  });

  /** What is typed where, what is said of it, and which field has the focus after Enter. */
  const REFUSED = [
    ["a time of no day", { "Begins: time": "14:30" }, "Say of which day.", "Begins: day"],
    ["a month for a meeting's day", { "Begins: day": "July 2027", "Begins: time": "10:00" }, "One day is needed, such as 3 July 2027.", "Begins: day"],
    ["a time that is none", { "Begins: day": "3 July 2027", "Begins: time": "25:00", Place: "Geneva" }, "Type the time as 16:00.", "Begins: time"],
    ["copies in words", { "Recipient 1": "Minister", "Copies for recipient 1": "two" }, "1 to 9999, or nothing.", "Copies for recipient 1"],
    ["more copies than there can be", { "Recipient 1": "Minister", "Copies for recipient 1": "99999999999" }, "1 to 9999, or nothing.", "Copies for recipient 1"],
    ["copies for nobody", { "Copies for recipient 1": "5" }, "Say who gets them.", "Recipient 1"],
    ["a clearance by nobody", { "Cleared at: day": "3 July 2026" }, "Say who cleared it, or take the day out.", "Cleared by"],
  ];
  for (const [what, typed, said, at] of REFUSED) {
    test(`${what} is refused at its field, which takes the focus`, async () => {
      await details();
      if ("Copies for recipient 1" in typed) await dialog().getByRole("button", { name: "Add a recipient" }).click();
      for (const [field, words] of Object.entries(typed)) await box(field).fill(words);
      await box("Title").focus();
      await page.keyboard.press("Enter");
      await dialog().getByText(said, { exact: true }).waitFor();
      assert.equal(await box(at).evaluate((field) => field === document.activeElement), true);
      await page.keyboard.press("Escape");
      // A date that cannot stand is put back first.
      await dialog().getByRole("button", { name: "Close" }).click({ timeout: 500 }).catch(() => undefined);
      await left();
    });
  }

  test("a zone alone is kept", async () => {
    await details();
    await box("Zone, as BST").fill("CEST");
    await page.keyboard.press("Enter");
    await left();
    await details();
    assert.equal(await box("Zone, as BST").inputValue(), "CEST");
    await page.keyboard.press("Escape");
    await left();
  });

  test("what the program refuses is in view, and is gone when they are opened anew", async () => {
    await page.setViewportSize({ width: 900, height: 500 });
    await page.route("**/call", (route) => (route.request().postData().startsWith('{"command":"note_edit"') ? route.fulfill({ status: 400, json: { code: "invalid", message: "That cannot be.", hint: "" } }) : route.continue()));
    await details();
    await box("Reference").fill("R 1");
    await page.keyboard.press("Enter");
    const refusal = dialog().getByRole("alert").filter({ hasText: "That cannot be." });
    await refusal.waitFor();
    assert.equal(await refusal.evaluate((said) => new Promise((done) => new IntersectionObserver(([one]) => done(one.isIntersecting)).observe(said))), true);
    await page.unrouteAll({ behavior: "wait" });
    await page.keyboard.press("Escape");
    await left();
    await details();
    assert.equal(await refusal.count(), 0);
    await page.keyboard.press("Escape");
    await left();
  });
});

test("a place is kept, whatever the meeting is called", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  await page.getByRole("option").first().waitFor();
  await goTo(page, 3);
  await page.getByRole("button", { name: /^New note/ }).click();
  const dialog = page.getByRole("dialog", { name: "New note" });
  await dialog.getByRole("textbox", { name: "Title", exact: true }).fill("Talks in the capital");
  await dialog.getByRole("textbox", { name: /Place|Where/ }).fill("Orland, Great Hall");
  await dialog.getByRole("textbox", { name: "Title", exact: true }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  const { meeting } = (await call("note_list")).find(({ title }) => title === "Talks in the capital");
  assert.deepEqual([meeting.title, meeting.place, meeting.start], ["Talks in the capital", "Orland, Great Hall", null]);
  assert.deepEqual(window.complaints, []);
});
