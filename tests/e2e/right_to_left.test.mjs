// A PDF written from right to left: what was kept is shown on its page, and what is selected there is what the text says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { open, until } from "./window.mjs";

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

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

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
