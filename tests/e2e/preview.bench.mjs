// How long the pages beside a note take after a keystroke in the middle of it: from the command that asks for them to the
// frame that shows them, and how many bytes that takes. `node preview.bench.mjs`, for notes of some 20 and 100 pages.

import { open, openNote, until } from "./window.mjs";

const KEYS = Number(process.env.KEYS ?? 100);
const WORDS = "The delegation said that it would agree to the text once the other side had signed it, and not before. ";

for (const paragraphs of [128, 640]) {
  const window = await open();
  try {
    console.log(await measure(window, paragraphs));
  } finally {
    await window.close();
  }
}

async function measure({ page, call, folder }, paragraphs) {
  await call("dossier_new", { path: `${folder}/talks.standpoint`, title: "Talks" });
  const title = `Of ${paragraphs} paragraphs`;
  const { id } = await call("note_create", { title, template: "position_paper" });
  const { blocks } = await call("note_get", { id });
  const text = [{ type: "text", text: WORDS.repeat(4) }];
  const body = (number) =>
    number % 16 === 0
      ? { kind: "heading", level: 1, text: [{ type: "text", text: `Part ${number / 16 + 1}` }] }
      : { kind: "paragraph", level: 1, lead: [], text: number === paragraphs / 2 + 1 ? [{ type: "text", text: `Here. ${WORDS}` }] : text };
  const added = Array.from({ length: paragraphs }, (_, number) => ({ id: crypto.randomUUID(), body: body(number) }));
  await call("blocks_recast", { note: id, blocks: added, after: blocks.at(-1)?.id ?? null });
  await page.addInitScript(watch);
  await page.reload();
  await page.locator("[data-place=notes]").waitFor();
  await openNote(page, title);
  const drawn = () => page.evaluate(() => globalThis.drawn.length);
  await until(drawn, (count) => count > 0);
  await page.locator("[data-note-field]").getByText("Here. ").click();
  await page.keyboard.press("End");
  await page.waitForTimeout(1000);
  await page.evaluate(() => void (globalThis.drawn.length = 0));
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press("abcdefgh"[key % 8]);
    await until(drawn, (count) => count > key);
  }
  const taken = await page.evaluate(() => globalThis.drawn);
  const sheets = await page.locator("[data-page]").count();
  const figures = (of) => {
    const sorted = taken.map(of).toSorted((a, b) => a - b);
    const at = (part) => Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
    return { p50: at(0.5), p95: at(0.95), most: at(1) };
  };
  return { sheets, keys: taken.length, untilAnswer: figures((one) => one.answered), untilDrawn: figures((one) => one.drawn), kilobytes: figures((one) => one.bytes / 1024), redrawn: figures((one) => one.redrawn) };
}

/** In the window: every asking for pages with when it was answered and when its pages were on the screen. */
function watch() {
  globalThis.drawn = [];
  const ask = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    if (!String(args[1]?.body ?? "").startsWith('{"command":"note_pages"')) return ask(...args);
    const start = performance.now();
    const answer = await ask(...args);
    // Read beside the window, which does not wait for it.
    const read = answer.clone().arrayBuffer().then(({ byteLength }) => ({ answered: performance.now() - start, bytes: byteLength }));
    const drawings = () => [...document.querySelectorAll("[data-page] img")];
    const changed = new Set();
    const watch = new MutationObserver((changes) => changes.forEach(({ target }) => changed.add(target)));
    watch.observe(document.body, { subtree: true, attributeFilter: ["src"] });
    const look = () => {
      const fresh = drawings().filter((image) => changed.has(image));
      if (fresh.length === 0 || fresh.some((image) => !image.complete)) return void requestAnimationFrame(look);
      watch.disconnect();
      // This frame shows them, and has been painted when the next task runs: one of its rank, before any that waits its turn.
      void scheduler.postTask(() => {
        const drawn = performance.now() - start;
        void read.then((told) => globalThis.drawn.push({ ...told, drawn, redrawn: fresh.length }));
      }, { priority: "user-blocking" });
    };
    requestAnimationFrame(look);
    return answer;
  };
}
