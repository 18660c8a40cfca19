// Where words and the caret go when blocks are split, joined, moved and pasted into.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { moveCaret, open, openNote, paste, until } from "./window.mjs";

describe("splitting, joining and moving", () => {
  let window, page, call, note;
  before(async () => {
    window = await open({ sample: true });
    ({ page, call } = window);
    await page.getByRole("option").first().waitFor();
    const { id } = await call("note_create", { title: "Carets", template: "position_paper" });
    note = id;
    await openNote(page, "Carets");
  });
  after(async () => {
    assert.deepEqual(window.complaints.filter((line) => !line.startsWith("Applying inline style violates")), []);
    await window.close();
  });

  const inline = (text) => (text === "" ? [] : [{ type: "text", text }]);
  const paragraph = (text, lead = "") => ({ kind: "paragraph", level: 1, lead: inline(lead), text: inline(text) });
  const heading = (text) => ({ kind: "heading", level: 1, text: inline(text) });
  const points = (...items) => ({ kind: "bullets", items: items.map(inline) });
  /** Pairs of a question and its answer. */
  const lines = (...pairs) => ({ kind: "defensive_lines", pairs: pairs.map(([question, answer]) => ({ question: inline(question), answer: inline(answer) })) });
  const words = (text) => text.map((one) => one.text ?? "").join("");
  /** Ways to go, each with what speaks for and against it. */
  const options = (...rows) => ({ kind: "options_table", options: rows.map(([title, advantages, drawbacks]) => ({ title: inline(title), advantages: inline(advantages), drawbacks: inline(drawbacks) })) });
  const said = (body) => {
    if (body.kind === "bullets") return body.items.map(words);
    if (body.kind === "options_table") return body.options.map(({ title, advantages, drawbacks }) => [title, advantages, drawbacks].map(words).join(", "));
    return body.kind === "defensive_lines" ? body.pairs.map(({ question, answer }) => `${words(question)}? ${words(answer)}`) : undefined;
  };
  const told = ({ body, marking }) =>
    `${marking ?? ""}${body.kind[0]}: ${said(body)?.join(" | ") ?? [body.lead ?? [], body.text ?? []].map(words).filter((part) => part !== "").join(" / ")}`;

  /** Puts blocks behind all others, and answers with the names they have. */
  const put = async (...bodies) => {
    const { blocks } = await call("note_get", { id: note });
    const added = bodies.map(({ marking, ...body }) => ({ id: crypto.randomUUID(), body, ...(marking === undefined ? {} : { marking }) }));
    await call("blocks_recast", { note, blocks: added, after: blocks.at(-1)?.id ?? null });
    await page.locator(`[data-block="${added.at(-1).id}"]`).waitFor();
    return added.map(({ id }) => id);
  };
  const caret = async (id, field, keys) => {
    await page.locator(`[data-block="${id}"] [data-note-field]`).nth(field).click();
    for (const key of keys) await moveCaret(page, key);
  };
  /** What the note says from a block on, once it says it. */
  const says = (first, expect) =>
    until(async () => {
      const { blocks } = await call("note_get", { id: note });
      return JSON.stringify(blocks.slice(blocks.findIndex(({ id }) => id === first)).map(told));
    }, (said) => said === JSON.stringify(expect)).catch(async () => {
      const { blocks } = await call("note_get", { id: note });
      assert.deepEqual(blocks.slice(blocks.findIndex(({ id }) => id === first)).map(told), expect);
    });

  /** Blocks, where the caret is set in them (block, field, keys), what is done, and what they say then: "X" shows where the caret is. */
  const check = (name, bodies, [block, field, ...keys], act, expect) =>
    test(name, async () => {
      const ids = await put(heading("Case"), ...bodies);
      await caret(ids[block + 1], field, keys);
      for (const one of [act].flat()) await (typeof one === "string" ? page.keyboard.press(one) : one());
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
      await page.keyboard.type("X");
      await says(ids[0], ["h: Case", ...expect]);
    });
  /** The menu of the last block, as a person does: the pointer first comes to it. */
  const openMenu = async () => {
    const more = page.locator("[data-block]").last().getByRole("button", { name: /^More for this block/ });
    await more.hover();
    await page.waitForTimeout(100);
    await more.click();
  };
  const saved = () => page.getByRole("status").filter({ hasText: /^saved$/ }).waitFor({ state: "attached" });
  const undone = (...keys) => [...keys, saved, "Control+z", saved, () => page.waitForTimeout(200)];
  const right = (count) => Array.from({ length: count }, () => "ArrowRight");
  const pasting = (html) => () => paste(page, { html, plain: html.includes("<img") ? "" : "words" });

  check("a split keeps the marking on both sides", [{ ...paragraph("One two"), marking: "SECRET" }], [0, 0, "Home", "ArrowRight", "ArrowRight", "ArrowRight"], "Enter", ["SECRETp: One", "SECRETp: X two"]);
  check("what is marked apart is not joined", [paragraph("One"), { ...paragraph("two"), marking: "SECRET" }], [1, 0, "Home"], "Backspace", ["p: One", "SECRETp: Xtwo"]);
  check("what is marked alike is", [{ ...paragraph("One"), marking: "SECRET" }, { ...paragraph("two"), marking: "SECRET" }], [1, 0, "Home"], "Backspace", ["SECRETp: OneXtwo"]);
  check("Enter takes what is selected away", [paragraph("One two")], [0, 0, "Home", "Shift+End"], "Enter", ["p: ", "p: X"]);
  check("at a heading's start it makes room above", [heading("Head")], [0, 0, "Home"], "Enter", ["p: ", "h: XHead"]);
  check("at a paragraph's start too", [paragraph("One")], [0, 0, "Home"], "Enter", ["p: ", "p: XOne"]);
  check("lines pasted in the middle keep their order", [paragraph("The part")], [0, 0, "Home", "ArrowRight", "ArrowRight", "ArrowRight"], pasting("<p>ONE</p><p>TWO</p>"), ["p: TheONE", "p: TWOX part"]);
  check("they take the place of what is selected", [paragraph("The part")], [0, 0, "Home", "Shift+End"], pasting("<h2>Head</h2><p>ONE</p>"), ["h: Head", "p: ONEX"]);
  check("at the start they come before", [paragraph("part")], [0, 0, "Home"], pasting("<p>ONE</p><p>TWO</p>"), ["p: ONE", "p: TWOX", "p: part"]);
  const twoLines = pasting("<p>ONE</p><p>TWO</p>");
  check("in an opening they are lines of it", [paragraph("Text", "Lead")], [0, 0, "End"], twoLines, ["p: LeadONE\nTWOX / Text"]);
  check("in a recommendation too", [{ kind: "recommendation", text: inline("We go on") }], [0, 0, "Home", ...right(5)], twoLines, ["r: We goONE\nTWOX on"]);
  check("behind all of it they follow it", [{ kind: "recommendation", text: inline("We go") }], [0, 0, "End"], twoLines, ["r: We goONE", "p: TWOX"]);
  check("in an answer before other questions", [lines(["Q", "One"], ["R", "Two"])], [0, 1, "End"], twoLines, ["d: Q? OneONE\nTWOX | R? Two"]);
  check("and behind the last one", [lines(["Q", "One"], ["R", "Two"])], [0, 3, "End"], twoLines, ["d: Q? One | R? TwoONE", "p: TWOX"]);
  check("a marked paragraph stays marked", [{ ...paragraph("One"), marking: "SECRET" }], [0, 0, "Home", "Shift+End"], pasting("<p>ONE</p><p>TWO</p>"), ["SECRETp: ONE", "p: TWOX"]);
  check("a picture alone takes no point away", [points("a", "b")], [0, 1, "Home"], pasting("<img src=x>"), ["b: a | Xb"]);
  check("and among points", [points("a", "The part", "c")], [0, 1, "Home", "ArrowRight", "ArrowRight", "ArrowRight"], pasting("<p>ONE</p><p>TWO</p>"), ["b: a | TheONE | TWOX part | c"]);
  check("a date goes into the sentence", [paragraph("Am in Wien")], [0, 0, "Home", ...right(3)], () => paste(page, { plain: "12. Juli 2025 " }), ["p: Am 12. Juli 2025 Xin Wien"]);
  check("what was struck out stays behind, and that is told", [paragraph("We go")], [0, 0, "Home", ...right(2)], [pasting("<p>, <s>perhaps</s>at last,</p>"), () => page.getByText("Words that were struck through were left out.").waitFor()], ["p: We, at last,X go"]);
  check("a point joined to the one above", [points("a", "b")], [0, 1, "Home"], "Backspace", ["b: aXb"]);
  check("Enter over a whole last point leaves it empty", [points("a", "b")], [0, 1, "Home", "Shift+End"], "Enter", ["b: a |  | X"]);
  check("in an empty last one it ends the list", [points("a", "")], [0, 1], "Enter", ["b: a", "p: X"]);
  check("in an answer it begins a line", [lines(["Q", "One two"])], [0, 1, "Home", ...right(3)], "Enter", ["d: Q? One\nX two"]);
  check("which can be joined again", [lines(["Q", "One two"])], [0, 1, "Home", ...right(3)], ["Enter", "Backspace"], ["d: Q? OneX two"]);
  check("behind an answer comes the next question", [lines(["Q", "One"], ["R", "Two"])], [0, 1, "End"], "Enter", ["d: Q? One | X?  | R? Two"]);
  check("in an empty last pair it ends the box", [lines(["Q", "One"], ["", ""])], [0, 2], "Enter", ["d: Q? One", "p: X"]);
  check("in its answer too", [lines(["Q", "One"], ["", ""])], [0, 3], "Enter", ["d: Q? One", "p: X"]);
  check("a pair that was begun with Enter", [lines(["Q", "One"])], [0, 1, "End"], ["Enter", () => page.keyboard.type("Ye")], ["d: Q? One | YeX? "]);
  check("and one in which nothing was written is not left behind", [lines(["Q", "One"]), paragraph("Next")], [0, 1, "End"], ["Enter", "ArrowDown", "ArrowDown"], ["d: Q? One", "p: XNext"]);
  check("nor does Backspace leave it", [lines(["Q", "One"])], [0, 1, "End"], ["Enter", "Backspace"], ["d: Q? OneX"]);
  check("Enter in it ends the box", [lines(["Q", "One"])], [0, 1, "End"], ["Enter", "Enter"], ["d: Q? One", "p: X"]);
  check("in an empty last row of options too", [options(["A", "b", "c"])], [0, 2, "End"], ["Enter", "Enter"], ["o: A, b, c", "p: X"]);
  check("in one that was there", [options(["A", "b", "c"], ["", "", ""])], [0, 4], "Enter", ["o: A, b, c", "p: X"]);
  check("a row that was begun with Enter", [options(["A", "b", "c"])], [0, 2, "End"], ["Enter", () => page.keyboard.type("D"), "Enter"], ["o: A, b, c | D, X, "]);
  check("between others", [options(["A", "b", "c"], ["D", "e", "f"])], [0, 2, "End"], "Enter", ["o: A, b, c | X, ,  | D, e, f"]);
  check("and one in which nothing was written is not left either", [options(["A", "b", "c"]), paragraph("Next")], [0, 2, "End"], ["Enter", "Tab", "ArrowDown", "ArrowDown"], ["o: A, b, c", "p: XNext"]);
  check("the only pair stays", [lines(["", ""])], [0, 0], "Enter", ["d: ? X"]);
  check("Delete at the end joins the next paragraph", [paragraph("One"), paragraph("two")], [0, 0, "End"], "Delete", ["p: OneXtwo"]);
  check("with its opening", [paragraph("One "), paragraph("two", "Lead")], [0, 0, "End"], "Delete", ["p: One XLead two"]);
  check("but not what is marked apart", [paragraph("One"), { ...paragraph("two"), marking: "SECRET" }], [0, 0, "End"], "Delete", ["p: OneX", "SECRETp: two"]);
  check("in an empty one it takes that away", [paragraph(""), paragraph("two")], [0, 0], "Delete", ["p: Xtwo"]);
  check("before an empty one the next", [heading("One"), paragraph(""), paragraph("two")], [0, 0, "End"], "Delete", ["h: OneX", "p: two"]);
  check("at a point's end it joins the next point", [points("a", "b", "c")], [0, 0, "End"], "Delete", ["b: aXb | c"]);
  check("at the last one's nothing", [points("a", "b"), paragraph("One")], [0, 1, "End"], "Delete", ["b: a | bX", "p: One"]);
  check("before an empty pair it takes that away", [lines(["Q", "One"], ["", ""], ["R", "Two"])], [0, 1, "End"], "Delete", ["d: Q? OneX | R? Two"]);
  check("a joined paragraph comes back in one step", [paragraph("One"), paragraph("two")], [0, 0, "End"], undone("Delete"), ["p: OneX", "p: two"]);
  check("a moved block keeps the caret", [paragraph("Text", "Lead"), paragraph("Next")], [0, 1, "End", "ArrowLeft"], "Alt+ArrowDown", ["p: Next", "p: Lead / TexXt"]);
  check("also where it is drawn in another part", [heading("Head"), paragraph("Text")], [1, 0, "End", "ArrowLeft"], "Alt+ArrowUp", ["p: TexXt", "h: Head"]);
  check("Enter before a point that is there", [points("ab", "xy")], [0, 0, "Home", "ArrowRight"], "Enter", ["b: a | Xb | xy"]);
  check("what was made above a marked paragraph goes again", [{ ...paragraph("One"), marking: "SECRET" }], [0, 0, "Home"], ["Enter", "Backspace"], ["SECRETp: XOne"]);
  check("an opening joined to its text", [paragraph("Text", "Lead")], [0, 0, "Home"], "Backspace", ["p: Lead XText"]);
  check("an empty paragraph goes to the end of what stood before", [paragraph("Text", "Lead"), paragraph("")], [1, 0], "Backspace", ["p: Lead / TextX"]);
  check("also of points", [points("a", "b"), paragraph("")], [1, 0], "Backspace", ["b: a | bX"]);
  check("an emptied opening stays to be written in", [paragraph("Text", "Lead")], [0, 0, "Home", "Shift+End"], "Delete", ["p: X / Text"]);
  check("a split point that is joined again by undo has the caret", [points("a", "One two", "c")], [0, 1, "Home", "ArrowRight", "ArrowRight", "ArrowRight"], undone("Enter"), ["b: a | One twoX | c"]);
  check("so has one that was joined and is split again", [points("a", "b", "c")], [0, 1, "Home"], undone("Backspace"), ["b: aX | b | c"]);
  check("and words that come back elsewhere", [paragraph("One two"), paragraph("Three")], [0, 0, "Home"], [...[1, 2, 3].map(() => "Delete"), saved, "ArrowDown", "End", "Control+z", saved, () => page.waitForTimeout(200)], ["p: OneX two", "p: Three"]);
  check("letters typed before undo has answered come after it", [paragraph("One two three")], [0, 0, "Home", ...[1, 2, 3].map(() => "ArrowRight")], ["Enter", saved, "Control+z", () => page.keyboard.type("YZ")], ["p: One two threeYZX"]);
  check("all that was just selected goes", [paragraph("One two")], [0, 0, "Home"], ["Control+a", "Backspace"], ["p: X"]);
  check("or is split away", [paragraph("One two")], [0, 0, "End"], ["Control+a", "Enter"], ["p: ", "p: X"]);
  check("the caret that has just moved is where it splits", [paragraph("One two")], [0, 0, "Home"], ["End", "ArrowLeft", "Enter"], ["p: One tw", "p: Xo"]);
  check("a page break has the focus, and Enter goes on", [paragraph("")], [0, 0], ["/", () => page.getByRole("dialog").getByRole("combobox").fill("page break"), "Enter", () => page.locator("[data-kind=page_break]:focus").waitFor(), "Enter", () => page.locator("[data-note-field]:focus").waitFor()], ["p: ", "p: X"]);
  check("an opening is begun from the menu", [paragraph("Text")], [0, 0], [openMenu, () => page.getByRole("menu").getByText("Bold opening").click(), () => page.locator("[data-note-field]:focus").waitFor()], ["p: X / Text"]);
});

test("keys that lead far", async (run) => {
  const window = await open({ sample: true });
  run.after(() => window.close());
  const { page, call } = window;
  await page.getByRole("option").first().waitFor();
  const { id: note } = await call("note_create", { title: "Long", template: "briefing_note" });
  const { blocks: there } = await call("note_get", { id: note });
  const text = "The delegation said that it would agree to the text once the other side had signed it. ".repeat(3);
  const blocks = Array.from({ length: 80 }, (_, at) => ({ id: crypto.randomUUID(), body: { kind: "paragraph", level: 1, lead: [], text: [{ type: "text", text: `${at}. ${text}` }] } }));
  await call("blocks_recast", { note, blocks: [...blocks, { id: crypto.randomUUID(), body: { kind: "page_break" } }], after: there.at(-1).id });
  await openNote(page, "Long");
  const first = there[0].id;
  const last = (await call("note_get", { id: note })).blocks.at(-1).id;
  /** The block with the caret, by its number among those that were put in, whether it is in sight, and how far down. */
  const caret = () =>
    page.evaluate((ids) => {
      const block = document.activeElement.closest("[data-block]");
      const { anchorNode, anchorOffset } = getSelection();
      const range = document.createRange();
      range.setStart(anchorNode, anchorOffset);
      const at = (range.getClientRects()[0] ?? block.getBoundingClientRect()).top;
      const seen = document.querySelector("[data-blocks]").getBoundingClientRect();
      return { id: block.dataset.block, number: ids.indexOf(block.dataset.block), isSeen: at >= seen.top - 2 && at < seen.bottom, down: at - seen.top };
    }, blocks.map(({ id }) => id));
  const pressed = async (key) => {
    await moveCaret(page, key);
    await page.waitForTimeout(150);
    return caret();
  };

  assert.equal((await pressed("Control+End")).id, last);
  assert.equal((await pressed("Control+Home")).id, first);
  assert.equal(await page.locator("[data-blocks]").evaluate(({ scrollTop }) => scrollTop), 0);
  await page.keyboard.type("X");
  await until(async () => (await call("note_get", { id: note })).blocks[0].body.text[0].text, (words) => words === "XIssue");

  await page.locator(`[data-block="${blocks[1].id}"] [data-note-field]`).click();
  const start = await pressed("Home");
  let before = start;
  for (const _ of [1, 2, 3]) {
    const now = await pressed("PageDown");
    assert.ok(now.number >= before.number + 2 && now.isSeen && Math.abs(now.down - start.down) < 60, JSON.stringify([before, now]));
    before = now;
  }
  for (const _ of [1, 2, 3]) {
    const now = await pressed("PageUp");
    assert.ok(now.number < before.number && now.isSeen, JSON.stringify([before, now]));
    before = now;
  }
  assert.ok(Math.abs(before.number - start.number) <= 1, JSON.stringify([start, before]));
  for (let times = 0; times < 40 && before.number < 79; times += 1) before = await pressed("PageDown");
  assert.equal(before.number, 79);
  for (let times = 0; times < 40 && before.id !== first; times += 1) before = await pressed("PageUp");
  assert.equal(before.id, first);
  assert.deepEqual(window.complaints, []);
});
