// What a note is to show or cite, out of hundreds: the first are asked for by what is typed, more come as one goes on.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, openNote, serious, until } from "./window.mjs";

/** More than two stretches of any of the lists. */
const MANY = 150;

describe("choosing among many", () => {
  let window, note;
  before(async () => {
    window = await open({ sample: true });
    const { page, call } = window;
    await page.getByRole("option").first().waitFor();
    const [{ actor }] = await call("actor_list");
    const [{ issue }] = await call("issue_list");
    const [{ id, title }] = await call("note_list");
    note = id;
    const source = (await call("import_paste", { text: Array.from({ length: MANY }, (_, at) => `Quota number ${at} was refused.`).join(" "), title: "Record of quotas" })).source.id;
    const { text } = await call("source_get", { id: source });
    for (let at = 0; at < MANY; at += 1) {
      const words = `Quota number ${at} was refused.`;
      const start = text.indexOf(words);
      const excerpt = (await call("excerpt_keep", { source, start, end: start + words.length })).id;
      await call("position_record", {
        facts: {
          actors: [actor.id], issue: issue.id, stance: "opposes", degree: null, condition: null, sequence: null, summary: `Stand ${at}`, speaker: null, manner: "on_record",
          as_of: "2025-04-20", review_by: null, confidence: "moderate", supersedes: null, marking: null, evidence: [{ excerpt, relation: "supports" }],
        },
      });
    }
    await openNote(page, title);
  });
  after(() => window.close());

  const blocks = async () => (await window.call("note_get", { id: note })).blocks;

  /** Opens the list under a button, with the caret in the first text. */
  const choose = async (button) => {
    await window.page.locator("[data-note-field]").first().click();
    await window.page.getByRole("region", { name: "Editor" }).getByRole("button", { name: button }).first().click();
    await window.page.getByRole("dialog").getByRole("combobox").waitFor();
  };

  test("what is cited comes by typing, the Enter behind the words waits for its answer", async () => {
    const { page } = window;
    await choose(/^Cite/);
    await page.getByRole("option").nth(20).waitFor();
    assert.deepEqual(await serious(page), []);
    await page.keyboard.type("quota 117");
    await page.keyboard.press("Enter");
    const [wanted] = await window.call("excerpt_find", { sought: "quota 117", from: 0, limit: 2 });
    assert.match(wanted.excerpt.quote, /number 117 /);
    await until(blocks, (now) => JSON.stringify(now).includes(wanted.excerpt.id));
  });

  test("the list goes on where one comes to its end, by keys", async () => {
    const { page } = window;
    await choose(/^Cite/);
    await page.keyboard.type("quota");
    const options = page.getByRole("option", { name: /^Quota/ });
    await options.nth(20).waitFor();
    const first = await options.count();
    assert.ok(first < MANY, `${first} at first`);
    const active = () => page.locator("[role=option][aria-selected=true]").innerText();
    await until(async () => {
      for (let at = 0; at < 10; at += 1) await page.keyboard.press("ArrowDown");
      return options.count();
    }, (count) => count === MANY, 30);
    assert.match(await active(), /Quota number/);
    await page.keyboard.press("Escape");
  });

  test("a position put in is never said to be gone", async () => {
    const { page } = window;
    await page.evaluate(() => {
      globalThis.saidGone = [];
      new MutationObserver(() => {
        if (document.body.innerText.includes("no longer in the dossier")) globalThis.saidGone.push(document.body.innerText);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await choose(/^Insert/);
    await page.keyboard.type("position");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: /position/ }).waitFor();
    await page.keyboard.type("stand 93");
    await page.keyboard.press("Enter");
    const [wanted] = await window.call("position_find", { sought: "stand 93", which: "all", from: 0, limit: 2 });
    assert.equal(wanted.summary, "Stand 93");
    await until(blocks, (now) => now.some(({ body }) => body.kind === "position" && body.position === wanted.id));
    await page.getByText("Stand 93", { exact: true }).waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.saidGone), []);
  });

  test("the tray is read on as it is scrolled, and narrowed by words and by who says them", async () => {
    const { page } = window;
    const tray = page.getByRole("grid", { name: "Evidence tray" });
    const all = (await window.call("excerpt_list")).length;
    const read = async () => Number(await tray.getAttribute("aria-rowcount"));
    // As fast as a key repeats, and as slow as somebody looks: End leads to the last that is there, and it is seen.
    for (const [times, pause] of [[6, 0], [1, 250]]) {
      await page.reload();
      await openNote(page, await page.getByRole("heading", { level: 1 }).first().getAttribute("title"));
      await tray.getByRole("row").first().focus();
      assert.ok((await read()) < all, "not all are read at first");
      await until(async () => {
        for (let at = 0; at < times; at += 1) await page.keyboard.press("End");
        await page.waitForTimeout(pause);
        return read();
      }, (count) => count === all, 30);
      // And there and back again.
      for (const [key, row] of [["End", all], ["Home", 1], ["End", all]]) {
        await page.keyboard.press(key);
        await until(() => page.evaluate(() => document.activeElement.getAttribute("aria-rowindex")), (at) => at === String(row));
        const list = await tray.boundingBox();
        await until(() => page.locator("[role=row]:focus").boundingBox(), (box) => box.y >= list.y - 1 && box.y + box.height <= list.y + list.height + 1);
      }
    }
    await page.getByRole("textbox", { name: "Find an excerpt" }).fill("quota 77");
    await tray.getByText("Quota number 77 was refused.").waitFor();
    await until(() => tray.getByRole("row").count(), (count) => count === 1);
    assert.deepEqual(await serious(page), []);
  });

  test("the keys lead from the field of the tray to what it finds", async () => {
    const { page } = window;
    const field = page.getByRole("textbox", { name: "Find an excerpt" });
    // Faster than the answer: the keys wait for it.
    await field.fill("quota 78");
    await page.keyboard.press("ArrowDown");
    await until(() => page.locator("[role=row]:focus").innerText().catch(() => ""), (words) => words.includes("Quota number 78 was refused."));
    const [{ excerpt }] = await window.call("excerpt_find", { sought: "quota 79", about: [], from: 0, limit: 1 });
    await field.fill("quota 79");
    await page.keyboard.press("Enter");
    await until(blocks, (now) => now.some(({ body }) => body.kind === "quotation" && body.excerpt === excerpt.id));
    await page.locator("[data-kind=quotation]:focus").waitFor();
  });
});
