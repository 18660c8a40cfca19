// The details of a note: nothing that is written in them goes without a word.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, openNote } from "./window.mjs";

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
});
