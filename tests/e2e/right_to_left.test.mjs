// A PDF written from right to left: what was kept is shown on its page, and what is selected there is what the text says.
// What is read and kept in such a language runs as it does, and a note is written as it is printed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { open, openNote, until } from "./window.mjs";

const DOCUMENTS = {
  he: {
    font: "NotoSerifHebrew-Regular.ttf",
    words: "<h1>הצהרת השרים</h1><p>השרים נפגשו בלונדון ביום 23 באפריל 2025 והסכימו על תוכנית. הם יעזבו אם לא תהיה התקדמות תוך 10 ימים, נאמר בהודעה של Reuters מיום שני.</p>",
    kept: "הם יעזבו אם לא תהיה התקדמות תוך 10 ימים, נאמר בהודעה של Reuters מיום שני",
    from: "השרים נפגשו",
    to: "2025",
    selected: "השרים נפגשו בלונדון ביום 23 באפריל 2025",
  },
  ar: {
    font: "NotoNaskhArabic-Regular.ttf",
    words: "<h1>بيان الوزراء</h1><p>اجتمع الوزراء في لندن يوم 23 أبريل 2025 واتفقوا على خطة. سيغادرون إذا لم يحرز تقدم في غضون 10 أيام، حسبما ورد في بيان نقلته Reuters يوم الاثنين.</p>",
    kept: "سيغادرون إذا لم يحرز تقدم في غضون 10 أيام",
    from: "ا",
    to: "2025",
    selected: "اجتمع الوزراء في لندن يوم 23 أبريل 2025",
  },
};

describe("from right to left", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  for (const [language, { font, words, kept, from, to, selected }] of Object.entries(DOCUMENTS)) {
    test(language, async () => {
      const { page, folder, call } = window;
      const printer = await page.context().newPage();
      const letters = readFileSync(new URL(`../../assets/fonts/${font}`, import.meta.url)).toString("base64");
      await printer.setContent(`<html lang="${language}" dir="rtl"><title>${language}</title><style>@font-face{font-family:own;src:url(data:font/ttf;base64,${letters})}body{font:14pt own;width:400px}</style>${words}`);
      await printer.evaluate(() => document.fonts.ready);
      await printer.pdf({ path: join(folder, `${language}.pdf`) });
      await printer.close();
      await call("import_files", { paths: [join(folder, `${language}.pdf`)] });
      const { source } = (await until(async () => (await call("source_list", {})).find((row) => row.source.file_name === `${language}.pdf`), Boolean, 30));
      const { text } = await call("source_get", { id: source.id });
      const start = text.indexOf(kept);
      assert.ok(start > 0, text);
      const excerpt = await call("excerpt_keep", { id: `01980000-0000-7000-8000-00000000${language === "he" ? "aaaa" : "bbbb"}`, source: source.id, start, end: start + kept.length });
      await page.getByRole("option").filter({ hasText: source.title }).first().click();

      const marks = page.locator(`[data-excerpt="${excerpt.id}"]`);
      await marks.first().waitFor();
      const covered = await marks.evaluateAll((all) => all.reduce((sum, mark) => sum + mark.getBoundingClientRect().width, 0));
      const { width } = await page.locator("[data-page]").boundingBox();
      assert.ok(covered > width / 4, `${covered} of ${width}`);

      const at = await page.locator("[data-drawn]").evaluate(endsOf, { from, to });
      await page.mouse.move(at.from.x, at.from.y);
      await page.mouse.down();
      await page.mouse.move(at.to.x, at.to.y, { steps: 8 });
      await page.mouse.up();
      await page.getByRole("toolbar", { name: "What to do with the selection" }).waitFor();
      await page.keyboard.press("e");
      await until(async () => (await call("excerpt_list", { source: source.id })).map((row) => row.excerpt.quote), (quotes) => quotes.includes(selected)).catch(async () =>
        assert.deepEqual((await call("excerpt_list", { source: source.id })).map((row) => row.excerpt.quote), [kept, selected]),
      );
    });
  }

  test("what is read and kept from a text", async () => {
    const { page, call } = window;
    const sentence = "NATO لن يتوسع شرقاً، حسبما قال Lavrov في لندن.";
    const { source } = await call("import_paste", { text: `${sentence}\n\nسيغادر الوزراء إذا لم يحرز تقدم في غضون 10 أيام.`, title: "بيان: NATO." });
    assert.equal(source.language, "ar");
    const { id } = await call("excerpt_keep", { source: source.id, start: 0, end: sentence.length });
    const [[{ actor }], [{ issue }]] = [await call("actor_list"), await call("issue_list")];
    await call("position_record", {
      facts: {
        actors: [actor.id], issue: issue.id, stance: "opposes", degree: null, condition: null, sequence: null, summary: "لن يتوسع NATO.", speaker: null, manner: "on_record",
        as_of: "2025-04-28", review_by: null, confidence: "moderate", supersedes: null, marking: null, evidence: [{ excerpt: id, relation: "supports" }],
      },
    });
    await call("excerpt_edit", { id, facts: { memo: "ملاحظة (NATO).", translation: null, credibility: 2, verification: "unverified", marking: null } });
    const runs = (shown) => shown.evaluate((one) => getComputedStyle(one).direction);
    const row = page.getByRole("option").filter({ hasText: source.title }).getByText(source.title);
    assert.equal(await runs(row), "rtl");
    await row.click();
    for (const shown of [page.getByRole("heading", { name: source.title }), page.locator("[data-para]").first(), page.getByText("ملاحظة (NATO).")]) assert.equal(await runs(shown), "rtl");
    await page.getByRole("button", { name: /^Open position/ }).click();
    assert.equal(await runs(page.locator("blockquote").filter({ hasText: sentence })), "rtl");
    assert.equal(await runs(page.getByText("لن يتوسع NATO.")), "rtl");
  });

  for (const [language, [first, second]] of Object.entries({ ar: ["NATO لن يتوسع.", "نقطة"], he: ["NATO לא תתרחב.", "נקודה"], fa: ["NATO گسترش نمی‌یابد.", "نکته"] })) {
    test(`a note in ${language}`, async () => {
      const { page } = window;
      await newNote(window, `${second} ${language}`, language, [paragraph(first), paragraph("In English."), { kind: "bullets", items: [words(second)] }]);
      const fields = page.locator("[data-blocks] [data-note-field]");
      await until(() => fields.first().evaluate((one) => one.closest("[lang]").lang), (lang) => lang === language);
      assert.deepEqual(await fields.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)), ["rtl", "ltr", "rtl"]);

      const edges = await fields.evaluateAll((all) => all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return { words: range.getBoundingClientRect().right, field: one.getBoundingClientRect().right };
      }));
      for (const { words: end, field } of edges) assert.ok(Math.abs(end - field) < 2, `${end} of ${field}`);
      const stop = await fields.first().evaluate(letterAt, first.length - 1);
      const letter = await fields.first().evaluate(letterAt, first.length - 2);
      assert.ok(stop.right <= letter.left + 1, "the full stop stands behind the last word");
      const number = await page.locator("[data-block]").first().locator("> span").boundingBox();
      assert.ok(number.x >= edges[0].field, "the number stands at the right");

      await fields.first().click();
      await page.keyboard.press("Home");
      assert.deepEqual(await caret(page), [0, 0]);
      await page.keyboard.press("End");
      assert.deepEqual(await caret(page), [0, first.length]);
      await page.keyboard.press("ArrowRight");
      assert.deepEqual(await caret(page), [0, first.length - 1]);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      assert.deepEqual(await caret(page), [1, 0]);
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowRight");
      assert.deepEqual(await caret(page), [2, 0]);
      await page.keyboard.press("ArrowRight");
      assert.deepEqual(await caret(page), [1, "In English.".length]);
      await page.getByRole("button", { name: "All notes" }).click();
      assert.equal(await page.getByRole("button", { name: `${second} ${language}`, exact: true }).evaluate((title) => getComputedStyle(title).direction), "rtl");
    });
  }

  test("a note in French", async () => {
    const { page } = window;
    await newNote(window, "Note de Londres", "fr", [paragraph("L’accord tient."), paragraph("")]);
    const fields = page.locator("[data-blocks] [data-note-field]");
    await until(() => fields.first().evaluate((one) => one.closest("[lang]").lang), (lang) => lang === "fr");
    assert.deepEqual(await fields.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)), ["ltr", "ltr"]);
    await fields.first().click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await caret(page), [1, 0]);
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

const words = (text) => (text === "" ? [] : [{ type: "text", text }]);
const paragraph = (text) => ({ kind: "paragraph", level: 1, lead: [], text: words(text) });

/** Opens a note in a language that says nothing else. */
async function newNote({ page, call }, title, language, bodies) {
  const { id } = await call("note_create", { title, template: "position_paper" });
  const { note, blocks } = await call("note_get", { id });
  for (const block of blocks) await call("block_delete", { id: block.id });
  let after = null;
  for (const body of bodies) after = (await call("block_insert", { note: id, body, after })).id;
  const { id: _, created_at: __, ...facts } = note;
  await call("note_edit", { id, facts: { ...facts, language } });
  await openNote(page, title);
}

/** Which field the caret is in, and behind how many letters of it. */
const caret = (page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    const before = document.getSelection().getRangeAt(0).cloneRange();
    before.setStart(field, 0);
    return [[...document.querySelectorAll("[data-blocks] [data-note-field]")].indexOf(field), before.toString().length];
  });

/** Where a letter of a field stands. Runs in the window. */
function letterAt(field, at) {
  const range = document.createRange();
  const text = document.createTreeWalker(field, NodeFilter.SHOW_TEXT).nextNode();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  const { left, right } = range.getBoundingClientRect();
  return { left, right };
}

/** The right edge of the first run that begins so, after the heading, and the left edge of the next that is so. Runs in the window. */
function endsOf(sheet, { from, to }) {
  const spans = [...sheet.querySelectorAll("span")];
  const heading = spans[0].getBoundingClientRect().bottom;
  const places = spans.map((span) => ({ words: span.textContent, box: span.getBoundingClientRect() })).filter(({ box }) => box.top >= heading - 2);
  const first = places.find(({ words }) => words.startsWith(from)).box;
  const last = places.find(({ words }) => words === to).box;
  // Figures are read from left to right, also where the line is not.
  return { from: { x: first.right - 1, y: first.top + first.height / 2 }, to: { x: last.right - 1, y: last.top + last.height / 2 } };
}
