// Words of any length without a space stay within what holds them, wherever they are shown.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { goTo, open, openNote } from "./window.mjs";

/** A name nobody could write on one line. */
const long = (word) => `${word}${"abcdefghij".repeat(25)}`;

describe("long words", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    const { page, call } = window;
    await page.getByRole("option").first().waitFor();
    const told = async (command, args) => {
      const answer = await call(command, args);
      assert.equal(answer?.code, undefined, answer?.message);
      return answer;
    };
    const { dossier } = await told("app_state");
    const { title: _, ...head } = dossier.head;
    await told("dossier_edit", { ...head, title: long("Dossier") });
    const [{ source }] = await told("source_list");
    await told("source_edit", { id: source.id, facts: { ...source, title: long("Source"), publisher: long("Publisher") } });
    await told("source_withdraw", { id: source.id, reason: long("Reason") });
    const [{ actor }] = await told("actor_list");
    await told("actor_edit", { id: actor.id, facts: { ...actor, name: long("Actor"), aliases: [long("Alias")], role: long("Role") } });
    const [{ issue }] = await told("issue_list");
    await told("issue_edit", { id: issue.id, facts: { ...issue, title: long("Issue"), question: long("Question") } });
    for (const position of await told("position_list", {})) {
      if (!position.actors.includes(actor.id)) continue;
      await told("position_edit", { id: position.id, facts: { ...position, condition: long("Condition"), summary: long("Summary"), degree: long("Degree") } });
    }
    const [{ excerpt }] = await told("excerpt_list", { source: source.id });
    const [note] = await told("note_list");
    const { title: __, ...facts } = note;
    await told("note_edit", { id: note.id, facts: { ...facts, title: long("Note") } });
    const [position] = (await told("position_list", {})).filter(({ actors }) => actors.includes(actor.id));
    const caption = [{ type: "text", text: long("Caption") }];
    const bodies = [
      { kind: "position", position: position.id },
      { kind: "quotation", excerpt: excerpt.id },
      { kind: "positions_table", actors: [], issues: [], caption },
      { kind: "actor_profile", actor: actor.id },
      { kind: "timeline", actor: actor.id, issue: null },
      { kind: "paragraph", level: 1, lead: caption, text: caption },
    ];
    await told("blocks_recast", { note: note.id, blocks: bodies.map((body) => ({ id: crypto.randomUUID(), body })), after: null });
    await told("excerpt_edit", { id: excerpt.id, facts: { ...excerpt, memo: long("Memo"), translation: long("Translation") } });
  });
  after(() => window.close());

  const tab = (name) => async () => {
    await goTo(window.page, 2);
    await window.page.getByRole("tab", { name }).click();
  };
  const chosen = (role, name) => async () => {
    await goTo(window.page, 4);
    await window.page.getByRole(role, { name: "Actors" }).or(window.page.getByRole(role, { name: "Issues" })).getByRole("row", { name }).first().click();
  };
  const read = async () => {
    await goTo(window.page, 1);
    await window.page.getByRole("listbox", { name: "Sources" }).getByText(long("Source")).click();
    await window.page.getByRole("tab", { name: "Text" }).click();
    await window.page.getByRole("heading", { level: 1, name: long("Source") }).waitFor();
  };

  const PLACES = [
    ["a source", read],
    ["its details", async () => {
      await read();
      await window.page.getByRole("tab", { name: "Details" }).click();
    }],
    ["what rests on it", async () => {
      await read();
      await window.page.getByRole("button", { name: "More for this source" }).click();
      await window.page.getByRole("menuitem", { name: "What rests on it" }).click();
      await window.page.getByRole("region", { name: "What rests on this source" }).waitFor();
    }],
    ["a menu", async () => {
      await read();
      await window.page.getByRole("article").first().getByRole("button", { name: "More for this excerpt" }).click();
    }],
    ["a notice", async () => {
      const path = join(window.folder, `Added${"abcdefghij".repeat(22)}.txt`);
      writeFileSync(path, "What it says.\n");
      await window.call("import_files", { paths: [path] });
      await window.page.getByRole("status").getByText(/^Added/).waitFor();
    }],
    ...["Matrix", "Timeline", "Changes", "Contradictions", "Gaps", "Stale", "Alignment"].map((name) => [name, tab(name)]),
    ["an actor", chosen("treegrid", /^Actor/)],
    ["an issue", chosen("grid", /Issue/)],
    ["the notes", () => goTo(window.page, 3)],
    ["a note", () => openNote(window.page, long("Note"))],
    ["the history", () => goTo(window.page, 5)],
    ["the settings", () => goTo(window.page, 6)],
    ["the find box", async () => {
      await window.page.keyboard.press("Control+k");
      await window.page.locator("[role=combobox]:focus").waitFor();
      await window.page.keyboard.type("abcdefghij");
      await window.page.waitForTimeout(500);
    }],
  ];
  for (const [place, show] of PLACES) {
    test(place, async () => {
      const { page } = window;
      await show();
      for (const width of [1440, 900]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(300);
        assert.deepEqual(await page.evaluate(runningOut), [], `${width} wide`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.keyboard.press("Escape");
    });
  }

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});

/** What runs out of its box, or out of what clips it, and is not cut with an ellipsis; in the window. */
function runningOut() {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const own = text.parentElement;
    if (!text.data.includes("abcdefghij") || own.closest(".sr, [data-live-announcer], svg, script, style") !== null || !own.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right));
    for (let box = own; box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none" || style.position === "absolute" || style.clipPath !== "none") break;
      if (style.display === "inline" || style.display === "contents") continue;
      if (right > box.getBoundingClientRect().right + 1) {
        found.add(`${box.parentElement.className} > ${box.tagName}.${box.className}: ${text.data.slice(0, 30)}`);
        break;
      }
      if (style.overflowX !== "visible") break;
    }
  }
  return [...found];
}
