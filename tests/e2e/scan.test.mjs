// A scan comes in, its words are recognised, and they are known for recognised ones; undone, they can be had again.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { open, serious } from "./window.mjs";

const lacking = ["tesseract", "pdftoppm"].find((program) => spawnSync(program, ["-v"]).error !== undefined);
const skip = lacking === undefined ? false : `${lacking} is not installed here`;

for (const dark of [false, true]) {
  describe(dark ? "dark" : "light", { skip }, () => {
    let window;
    let source;
    const read = () => window.call("source_get", { id: source });

    before(async () => {
      window = await open({ sample: true, dark });
      const [note] = await window.call("note_list");
      const printed = join(window.folder, "note.pdf");
      await window.call("note_export", { note: note.id, path: printed, copy: "distribution" });
      execFileSync("pdftoppm", ["-jpeg", "-r", "130", "-f", "1", "-l", "2", printed, join(window.folder, "page")]);
      const pictures = readdirSync(window.folder).filter((name) => name.endsWith(".jpg")).sort();
      writeFileSync(join(window.folder, "scanned record.pdf"), bound(pictures.map((name) => readFileSync(join(window.folder, name)))));
      await window.page.locator("[data-place=sources]").waitFor();
    });
    after(() => window.close());

    test("its words are recognised as it comes in", async () => {
      const { page, folder } = window;
      await page.keyboard.press("Control+o");
      await page.getByRole("textbox", { name: "Path" }).fill(join(folder, "scanned record.pdf"));
      await page.keyboard.press("Control+Enter");
      await page.getByRole("region", { name: "Recognising the words of scans" }).waitFor();
      await page.getByText("These words were recognised in pictures (OCR)").waitFor({ timeout: 90_000 });
      const found = (await window.call("source_list")).find((row) => row.source.file_name === "scanned record.pdf");
      source = found.source.id;
      const { source: facts, text } = await read();
      assert.deepEqual(facts.recognised, [1, 2]);
      assert.match(text, /London/);
      assert.deepEqual(await serious(page), []);
    });

    test("a passage of it says so in the margin", async () => {
      const { page } = window;
      await page.getByRole("tab", { name: "Text" }).click();
      await page.locator("[data-para]").first().waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("e");
      await page.getByText("Excerpt kept.").waitFor();
      await page.getByRole("article", { name: "Excerpt 1" }).getByText("recognised text").waitFor();
      assert.deepEqual(await serious(page), []);
      // On its page there are no words to be marked: it stands beside the page.
      await page.getByRole("tab", { name: "Pages" }).click();
      await page.getByRole("article", { name: "Excerpt 1" }).getByText("recognised text").waitFor();
      assert.deepEqual(await serious(page), []);
    });

    test("undone, it is a scan again, and its words can be had", async () => {
      const { page } = window;
      await page.keyboard.press("Control+z");
      await page.getByText("Excerpt kept.").waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await page.getByText("This is a scan: its pages are pictures").waitFor();
      assert.equal((await read()).text, "");
      assert.deepEqual(await serious(page), []);
      await page.getByRole("button", { name: "Recognise text", exact: true }).press("Enter");
      await page.getByText("These words were recognised in pictures (OCR)").waitFor({ timeout: 90_000 });
      assert.match((await read()).text, /London/);
    });

    test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
  });
}

/** A PDF whose pages are pictures (JPEG). */
function bound(pictures) {
  const pieces = [];
  const places = [];
  let length = 0;
  const add = (piece) => {
    const bytes = Buffer.from(piece, "latin1");
    pieces.push(bytes);
    length += bytes.length;
  };
  const object = (head, stream) => {
    places.push(length);
    add(`${places.length} 0 obj\n${head}\n`);
    if (stream !== undefined) {
      add("stream\n");
      pieces.push(stream);
      length += stream.length;
      add("\nendstream\n");
    }
    add("endobj\n");
  };
  add("%PDF-1.4\n");
  object("<</Type/Catalog/Pages 2 0 R>>");
  object(`<</Type/Pages/Count ${pictures.length}/Kids[${pictures.map((_, index) => `${3 + index * 3} 0 R`).join(" ")}]>>`);
  for (const [index, picture] of pictures.entries()) {
    const first = 3 + index * 3;
    const [width, height] = sizeOf(picture);
    const content = Buffer.from("q 595 0 0 842 0 0 cm /I Do Q");
    object(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${first + 2} 0 R>>>>/Contents ${first + 1} 0 R>>`);
    object(`<</Length ${content.length}>>`, content);
    object(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length ${picture.length}>>`, picture);
  }
  const start = length;
  add(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`);
  add(`trailer<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(pieces);
}

/** The width and height of a JPEG, from its frame's header (ITU-T T.81, B.2.2). */
function sizeOf(picture) {
  let at = 2;
  while (picture[at + 1] < 0xc0 || picture[at + 1] > 0xc2) at += 2 + picture.readUInt16BE(at + 2);
  return [picture.readUInt16BE(at + 7), picture.readUInt16BE(at + 5)];
}
