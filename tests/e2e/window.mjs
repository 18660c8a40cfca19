// The window in Chromium against the real commands: `standpoint-cli serve` on a dossier of its own.

import assert from "node:assert/strict";
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const program = process.env.STANDPOINT_CLI ?? new URL("../../target/debug/standpoint-cli", import.meta.url).pathname;
const browserProgram = process.env.STANDPOINT_BROWSER ?? "/usr/bin/chromium";
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Opens the window; `sample` starts on the sample dossier, otherwise nothing is open. */
export async function open({ sample = false, dark = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-e2e-"));
  const dossier = join(folder, "sample.standpoint");
  if (sample) execFileSync(program, ["sample", dossier]);
  const words = ["serve", ...(sample ? [dossier] : []), "--port", "0"];
  const core = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    createInterface(core.stdout).once("line", (line) => found(line.replace("Serving on ", "")));
    core.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
  });
  const browser = await chromium.launch({
    executablePath: browserProgram,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  // A refused command is an answer like others; what the browser says of it is no complaint.
  const refused = /^Failed to load resource/;
  page.on("console", (message) => {
    if (message.type() === "error" && !refused.test(message.text())) complaints.push(message.text());
  });
  await page.goto(address, { timeout: 60_000 });
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
  const close = async () => {
    await browser.close();
    core.removeAllListeners("exit");
    const ended = new Promise((done) => core.once("exit", done));
    core.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, folder, complaints, call, close };
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

/** Goes to a place by its keys and waits until it has drawn itself. */
export async function goTo(page, number) {
  await page.keyboard.press(`Control+${number}`);
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForTimeout(600);
}

/** Opens the note of that title and waits until one can write in it. */
export async function openNote(page, title) {
  await goTo(page, 3);
  await page.getByRole("button", { name: title }).first().click();
  await page.locator("[data-note-field]:focus").waitFor();
}

/** Asks again until the answer is what was waited for; fails after ten seconds. */
export async function until(ask, enough) {
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = await ask();
    if (await enough(answer)) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail("it did not come to pass within ten seconds");
}
