// What a note meets that is not as it should be, and what the window says of it: nothing is lost, and every refusal is a sentence.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { hold, moveCaret, open, openNote, paste, serious, until } from "./window.mjs";
import { rewriteZip } from "./zip.mjs";

const bodiesOf = async (call, note) => (await call("note_get", { id: note })).blocks.map(({ body }) => body);
const plain = (body) => (body.text ?? []).map((inline) => inline.text ?? "").join("");

/** A page as the web has them: much markup, some of it words. */
function webPage(megabytes) {
  const words = "The delegation said that it would agree to the text once the other side had signed it. ";
  const part = (number) =>
    `<div class="c${number}" style="margin:0 auto;font-family:Arial,Helvetica,sans-serif;color:#333;${"padding:1px 2px 3px 4px;".repeat(400)}">` +
    `<script>track(${number})</script><h2 style="color:red">Part ${number}</h2>` +
    `<p>${number}. ${words}<b>It did not.</b> <a href="https://example.org/${number}">More</a></p>` +
    `<ul><li>One</li><li>Two</li></ul><img src="https://example.org/${number}.png" alt="">` +
    `<table><tr><th>Who</th><td>What</td></tr></table></div>`;
  let html = "";
  let count = 0;
  while (html.length < megabytes * 1_000_000) html += part((count += 1));
  return { html, count };
}

test("five megabytes from a web page", async (run) => {
  const window = await open();
  run.after(() => window.close());
  const { page, folder, call } = window;
  await call("dossier_new", { path: join(folder, "talks.standpoint"), title: "Talks" });
  const { id: note } = await call("note_create", { title: "After the talks", template: "position_paper" });
  await page.reload();
  await openNote(page, "After the talks");
  const before = await bodiesOf(call, note);

  const { html, count } = webPage(5);
  const start = Date.now();
  await paste(page, { html, plain: "" });
  await page.getByText(`${count} pictures were left out; put them in with / Picture. ${count} tables came as points, one for each row.`).waitFor();
  const after = await until(() => bodiesOf(call, note), (bodies) => bodies.length > before.length + count, 30);
  console.log(`${(html.length / 1e6).toFixed(1)} MB of HTML, ${count} parts: ${Date.now() - start} ms until it is kept`);
  assert.ok(Date.now() - start < 20_000, "within reason");
  const headings = after.filter((body) => body.kind === "heading" && /^Part \d+$/.test(plain(body)));
  // The caret stood in the bottom line, where the first line went; the others follow as blocks of their own.
  assert.equal(headings.length, count - 1);
  assert.equal(after.filter((body) => body.kind === "bullets").length - before.filter((body) => body.kind === "bullets").length, count, "the points of a part, its row among them, are one list");
  const paragraph = after.find((body) => plain(body).startsWith("7. The delegation"));
  assert.deepEqual(paragraph.text.at(-1), { type: "link", url: "https://example.org/7", text: "More" });
  assert.ok(!JSON.stringify(after).includes("track("), "nothing that would run");

  // What was put in goes in one step, the words in the bottom line with it; and one can write on.
  await page.keyboard.press("Control+z");
  await until(() => bodiesOf(call, note), (bodies) => JSON.stringify(bodies) === JSON.stringify(before));

  // More than a note takes is refused whole, with what to do instead.
  await page.locator("[data-note-field]").first().click();
  await paste(page, { html: "<p>One line.</p>".repeat(3500) });
  await page.getByText(/makes 3,500 paragraphs, more than a note takes at once. Nothing was put in/).waitFor();
  assert.deepEqual(await bodiesOf(call, note), before);
  // That the styles of what was copied are not applied is as it should be.
  assert.deepEqual(window.complaints.filter((line) => !line.startsWith("Applying inline style violates")), []);
});

test("pictures that are none, sources that go, folders that are gone", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, folder, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const stood = await bodiesOf(call, note);
  const answerPath = async (path) => {
    await page.getByRole("textbox", { name: "Path" }).fill(path);
    await page.keyboard.press("Control+Enter");
  };

  // Words under the name of a picture.
  writeFileSync(join(folder, "map.png"), "only words");
  await page.getByRole("button", { name: /^Insert/ }).click();
  await page.keyboard.type("Picture");
  await page.keyboard.press("Enter");
  await answerPath(join(folder, "map.png"));
  const asked = page.getByRole("dialog", { name: /picture/i });
  await asked.getByRole("textbox").fill("A map");
  await page.keyboard.press("Enter");
  await asked.getByText(/“map.png” cannot be put in the note: .* The note is as it was/).waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press("Escape");
  await asked.waitFor({ state: "detached" });
  assert.equal(await page.getByText(/not saved|Try again/).count(), 0, "the note itself is in order");
  assert.deepEqual(await bodiesOf(call, note), stood);

  // A source is withdrawn under the note: its passages are pointed out where they stand.
  const [{ excerpt }] = await call("excerpt_list", {});
  const quotation = await call("block_insert", { note, body: { kind: "quotation", excerpt: excerpt.id }, after: null });
  await page.locator(`[data-block="${quotation.id}"]`).waitFor();
  await call("source_withdraw", { id: excerpt.source, reason: "A forgery." });
  const list = page.getByRole("region", { name: "Before you export" });
  await list.getByText(/withdrawn/i).first().waitFor();
  await page.locator(`[data-block="${quotation.id}"]`).getByText(/withdrawn/i).first().waitFor();
  assert.deepEqual(await serious(page), []);

  // A folder that has gone since it was chosen.
  const gone = join(folder, "gone");
  mkdirSync(gone);
  await page.keyboard.press("Control+e");
  rmSync(gone, { recursive: true });
  await answerPath(join(gone, "note.pdf"));
  const said = page.getByRole("dialog", { name: /Export/ });
  await said.getByText("The folder of “note.pdf” is not there. Nothing was written.").waitFor();
  await said.getByText("Choose a folder that is there, or make it first.").waitFor();
  assert.deepEqual(await serious(page), []);
  await said.getByRole("button", { name: "Close" }).last().click();
  assert.equal((await call("export_list", {})).length, 0);
  assert.deepEqual(window.complaints, []);
});

test("two windows on one note, and two programs on one dossier", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page: first, call, folder } = window;
  const [{ id: note, title }] = await call("note_list");
  const second = await window.another();
  await openNote(first, title);
  await openNote(second, title);
  const { blocks } = await call("note_get", { id: note });
  const { id } = blocks.find(({ body }) => body.kind === "paragraph");
  const fieldIn = (page) => page.locator(`[data-block="${id}"] [data-note-field]`).last();
  const words = async () => (await bodiesOf(call, note)).map(plain);

  // The second window shows what was written in the first.
  await fieldIn(first).click();
  await moveCaret(first, "End");
  await first.keyboard.type(" From the first.");
  await fieldIn(second).filter({ hasText: "From the first." }).waitFor();

  // Both write in one paragraph before either has heard of the other: both are kept, and it is said.
  await fieldIn(second).click();
  await moveCaret(second, "End");
  let letGo = await hold(second);
  await first.keyboard.type(" One more.");
  await until(words, (all) => all.some((text) => text.includes("One more.")));
  await second.keyboard.type(" Another.");
  await letGo();
  const kept = await until(words, (all) => all.some((text) => text.includes("One more.")) && all.some((text) => text.includes("Another.")));
  const [here] = kept.filter((text) => text.includes("One more."));
  const [there] = kept.filter((text) => text.includes("Another."));
  assert.ok(here !== there && here.includes("From the first.") && there.includes("From the first."), "side by side");
  await second.getByText(/Somebody else changed this block while you wrote in it. Both are kept/).waitFor();

  // One takes a paragraph out while the other writes in it.
  await fieldIn(second).click();
  await moveCaret(second, "End");
  letGo = await hold(second);
  await call("block_delete", { id });
  await second.keyboard.type(" Still wanted.");
  await letGo();
  await until(words, (all) => all.some((text) => text.includes("Still wanted.")));

  // Another program is told that the dossier is open.
  const other = await open();
  run.after(() => other.close());
  const refused = await other.call("dossier_open", { path: join(folder, "sample.standpoint") });
  assert.equal(refused.code, "in_use");
  assert.match(refused.message, /“sample.standpoint” is open elsewhere.* Nothing was changed/);
  assert.deepEqual(window.complaints, []);
});

test("Word documents that are no note, one after the other", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, folder, call } = window;
  const [{ id: note, title }] = await call("note_list");
  await openNote(page, title);
  const before = await bodiesOf(call, note);
  const out = join(folder, "note.docx");
  await call("note_export", { note, path: out, format: "docx" });
  assert.ok(existsSync(out));

  const [tracked, bomb, words, macros] = ["tracked", "bomb", "words", "macros"].map((name) => join(folder, `${name}.docx`));
  const inBody = (edit) => (name, text) => (name === "word/document.xml" ? edit(text) : text);
  rewriteZip(out, tracked, inBody((xml) => {
    const at = xml.indexOf("Two papers are on the table");
    const [start, end] = [xml.lastIndexOf("<w:r>", at), xml.indexOf("</w:r>", at) + 6];
    const inserted = '<w:ins w:id="901" w:author="x"><w:r><w:t xml:space="preserve">Last night: </w:t></w:r></w:ins>';
    return xml.slice(0, start) + inserted + xml.slice(start, end) + xml.slice(end);
  }));
  rewriteZip(out, bomb, inBody((xml) => xml + " ".repeat(180_000_000)));
  writeFileSync(words, "Only text.");
  rewriteZip(out, macros, (_, text) => text, ["word/vbaProject.bin"]);

  await page.getByRole("button", { name: "Which copy" }).click();
  await page.getByRole("menuitem", { name: "Bring back from Word…" }).click();
  await page.getByRole("textbox", { name: "Path" }).fill([tracked, bomb, words, macros].join("\n"));
  await page.keyboard.press("Control+Enter");

  const dialog = (number) => page.getByRole("dialog", { name: `Back from Word, ${number} of 4` });
  await dialog(1).getByText("Changes were tracked in Word; they are shown here as if all were accepted.").waitFor();
  assert.equal(await dialog(1).getByRole("listitem").count(), 1);
  assert.deepEqual(await serious(page), []);
  await dialog(1).getByRole("button", { name: /^Take 1 change/ }).click();
  await dialog(2).getByText(/“?bomb.docx.* unfolds into more than can be imported/).waitFor();
  await page.keyboard.press("Escape");
  await dialog(3).getByText(/words.docx.* holds something else/).waitFor();
  await page.keyboard.press("Escape");
  await dialog(4).getByText(/macros.docx.* carries macros and was not opened/).waitFor();
  assert.deepEqual(await serious(page), []);
  await page.keyboard.press("Escape");
  await dialog(4).waitFor({ state: "detached" });
  await page.locator("[data-note-field]:focus").waitFor();

  // What was taken of the first is one step.
  await until(() => bodiesOf(call, note), (bodies) => JSON.stringify(bodies).includes("Last night: "));
  await page.keyboard.press("Control+z");
  assert.deepEqual(await until(() => bodiesOf(call, note), (bodies) => !JSON.stringify(bodies).includes("Last night: ")), before);
  assert.deepEqual(window.complaints, []);
});
