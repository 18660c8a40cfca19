// How long it takes from a key to the paint that shows it, in a note of a hundred pages, and how long the words take to
// be saved: `node typing.bench.mjs`. The same keys in a short note stand beside it, and in a page of nothing else, for what the
// browser itself takes: a key waits for the screen's next frame, up to a sixtieth of a second. `work` is the processor time that
// a key costs the window, saving and refreshing included, which a busy machine does not change much.

import { goTo, open, until } from "./window.mjs";

const KEYS = 150;
/** Between two keys of somebody who types quickly, in milliseconds. */
const PACE = 70;
const WORDS = "The delegation said that it would agree to the text once the other side had signed it, and not before. ";

const window = await open();
try {
  const { page, call, folder } = window;
  // What the browser takes by itself, and this machine as busy as it is: a letter in a page of nothing else.
  const bare = await page.context().newPage();
  await bare.setContent("<div contenteditable>Words.</div>");
  await bare.locator("div").click();
  await follow(bare);
  console.log({ note: "None", ...(await type(bare)) });
  await bare.close();

  await call("dossier_new", { path: `${folder}/talks.standpoint`, title: "Talks" });
  for (const [title, paragraphs] of [["Short", 5], ["Long", 640]]) console.log(await measure(page, call, title, paragraphs));
} finally {
  await window.close();
}

async function measure(page, call, title, paragraphs) {
  const { id } = await call("note_create", { title, template: "position_paper" });
  const body = (number) =>
    number % 16 === 0
      ? { kind: "heading", level: 1, text: [{ type: "text", text: `Part ${number / 16 + 1}` }] }
      : { kind: "paragraph", level: 1, lead: [], text: [{ type: "text", text: WORDS.repeat(4) }] };
  const { blocks } = await call("note_get", { id });
  const added = Array.from({ length: paragraphs }, (_, number) => ({ id: crypto.randomUUID(), body: body(number) }));
  await call("blocks_recast", { note: id, blocks: added, after: blocks.at(-1)?.id ?? null });
  await page.reload();
  await page.locator("[data-place=notes]").waitFor();
  await goTo(page, 3);
  const back = page.getByRole("button", { name: "All notes" });
  if (await back.count()) await back.click();
  await page.getByText(title).first().click();
  await page.keyboard.press("Enter");
  await page.locator("[data-note-field]:focus").waitFor();
  await until(async () => page.getByText("up to date").count(), (there) => there > 0, 60);
  await page.getByText(WORDS.slice(0, 30)).nth(Math.floor(paragraphs / 2)).click();
  await page.keyboard.press("End");
  await follow(page);
  const typed = await type(page);
  const last = Date.now();
  const isSaved = async () => JSON.stringify((await call("note_get", { id })).blocks).split("abcdefgh").length - 1 >= Math.floor(KEYS / 9);
  await until(isSaved, (saved) => saved);
  return { note: title, paragraphs, pages: await page.locator("[data-page]").count(), ...typed, saved: Date.now() - last };
}

/** Has the window take down when each key came and when the frame that shows it had been painted. */
function follow(page) {
  return page.evaluate(() => {
    globalThis.taken = [];
    // Seen before anybody else, and again when the frame that shows the letter has been painted.
    document.addEventListener(
      "keydown",
      () => {
        const pressed = performance.now();
        // The frame has been painted when the next task runs: one of its rank, before any that waits its turn.
        requestAnimationFrame(() => void scheduler.postTask(() => globalThis.taken.push(performance.now() - pressed), { priority: "user-blocking" }));
      },
      { capture: true },
    );
    globalThis.long = [];
    new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
}

/** Types, and says how long the keys took, in milliseconds. */
async function type(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const before = await worked();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press("abcdefgh "[key % 9] === " " ? "Space" : "abcdefgh"[key % 9]);
    await page.waitForTimeout(PACE);
  }
  const work = rounded(((await worked()) - before) / KEYS);
  const { taken, long } = await page.evaluate(() => ({ taken: globalThis.taken, long: globalThis.long }));
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { keys: taken.length, median: at(0.5), p95: at(0.95), most: at(1), work, longTasks: long.length, longest: Math.round(Math.max(0, ...long)) };
}

function rounded(milliseconds) {
  return Math.round(milliseconds * 10) / 10;
}
