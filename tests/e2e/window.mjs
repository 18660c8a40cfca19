// The window in Chromium against the real commands: `standpoint-cli serve` on a dossier of its own.

import assert from "node:assert/strict";
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const program = process.env.STANDPOINT_CLI ?? new URL("../../target/debug/standpoint-cli", import.meta.url).pathname;
/** Where the built window lies, if not where the program looks for it. */
const pages = process.env.STANDPOINT_PAGES;
const browserProgram = process.env.STANDPOINT_BROWSER ?? "/usr/bin/chromium";
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Opens the window; `sample` starts on the sample dossier, otherwise nothing is open. `touch` gives it a screen for fingers; `args` are more of the browser's. */
export async function open({ sample = false, dark = false, touch = false, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-e2e-"));
  const dossier = join(folder, "sample.standpoint");
  if (sample) execFileSync(program, ["sample", dossier]);
  let core;
  /** Starts the program, on a dossier if one is given, and says where it answers. */
  const start = (path) => {
    const started = spawn(program, ["serve", ...(path === undefined ? [] : [path]), "--port", "0", ...(pages === undefined ? [] : ["--pages", pages])], { stdio: ["ignore", "pipe", "inherit"] });
    core = started;
    return new Promise((found, failed) => {
      createInterface(started.stdout).once("line", (line) => found(line.replace("Serving on ", "")));
      started.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
    });
  };
  /** Ends it, by a signal that cannot be answered if so wanted. */
  const end = async (signal) => {
    core.removeAllListeners("exit");
    const ended = new Promise((done) => core.once("exit", done));
    core.kill(signal);
    await ended;
  };
  let address = await start(sample ? dossier : undefined);
  const browser = await chromium.launch({
    executablePath: browserProgram,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", ...args],
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: dark ? "dark" : "light",
    hasTouch: touch,
    reducedMotion: "reduce",
    locale: "en-GB",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const complaints = [];
  // A refused command is an answer like others; what the browser says of it is no complaint.
  const refused = /^Failed to load resource/;
  /** One more window of the same program. */
  const another = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    followCalls(page);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !refused.test(message.text())) complaints.push(message.text());
    });
    await page.goto(address, { timeout: 60_000 });
    return page;
  };
  const page = await another();
  const call = (command, args = {}) =>
    page.evaluate(
      async ([command, args]) => {
        const answer = await fetch("/call", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ command, args }),
        });
        return answer.json();
      },
      [command, args],
    );
  /** Ends the program and starts it again on the dossier, in a window of its own. */
  const restart = async (signal) => {
    await end(signal);
    address = await start(dossier);
    await page.goto(address);
  };
  const close = async () => {
    await browser.close();
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, another, restart, folder, complaints, call, close };
}

/** What axe finds serious or critical on the page as it stands, one line each. */
export async function serious(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return found.violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** Goes to a place by its keys and waits until it has drawn itself: it has taken the focus, and was told all it asked for. */
export async function goTo(page, number) {
  await page.keyboard.press(`Control+${number}`);
  await page.locator(`[data-place]:nth-child(${number})[aria-current=page]`).waitFor();
  await page.waitForFunction(() => document.querySelector("main")?.contains(document.activeElement) && document.activeElement.getClientRects().length > 0);
  await answered(page);
}

/** What each window has asked for and not been told yet. */
const asked = new WeakMap();

function followCalls(page) {
  const open = new Set();
  asked.set(page, open);
  page.on("request", (request) => request.url().endsWith("/call") && open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** Waits until a window has been told what it asked for, has drawn it, and has asked for nothing more. */
async function answered(page) {
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  await until(async () => asked.get(page).size, async (count) => count === 0 && (await drawn(), asked.get(page).size === 0), 30);
}

/** Keeps a window from reaching the program, as if it were slow to; answers with how to let it go on. */
export async function hold(page) {
  let letGo;
  const free = new Promise((done) => (letGo = done));
  await page.route("**/call", async (route) => {
    await free;
    await route.continue();
  });
  return async () => {
    letGo();
    await page.unrouteAll({ behavior: "wait" });
  };
}

/** Opens the note of that title, if it is not open, and waits until one can write in it. */
export async function openNote(page, title) {
  // The dossier is known, and with it where one was: a key pressed before would be overruled.
  await page.locator("[data-place][aria-current=page]").waitFor();
  await goTo(page, 3);
  const isOpen = page.getByRole("heading", { level: 1, name: title });
  const entry = page.getByRole("button", { name: title }).first();
  await isOpen.or(entry).first().waitFor();
  if ((await isOpen.count()) === 0) await entry.click();
  await page.locator("[data-note-field]:focus").waitFor();
}

/** Puts what a person copied elsewhere on the clipboard, and pastes it. */
export async function paste(page, { html = "", plain = "" }) {
  await page.evaluate(
    ([html, plain]) => {
      const part = (type, words) => new Blob([words], { type });
      const words = { "text/plain": part("text/plain", plain) };
      return navigator.clipboard.write([new ClipboardItem(html === "" ? words : { ...words, "text/html": part("text/html", html) })]);
    },
    [html, plain],
  );
  await page.keyboard.press("Control+v");
}

/** Asks again until the answer is what was waited for; fails after ten seconds, or as many as are given. */
export async function until(ask, enough, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const answer = await ask();
    if (await enough(answer)) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`it did not come to pass within ${seconds} seconds`);
}

/** Moves the caret by a key, and waits until the editor has heard of it, which the browser tells it by an event of its own. */
export async function moveCaret(page, key) {
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

/** Moves the caret to the end of the text it is in. */
export async function moveToEnd(page) {
  await moveCaret(page, "Control+a");
  await moveCaret(page, "ArrowRight");
}
