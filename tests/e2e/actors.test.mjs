// Actors by keys alone: two become one, one becomes two, an order is changed; each is undone, the first two also when
// other things were done since.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goTo, open, serious, until } from "./window.mjs";

/** Where pictures go, if somebody wants to look at them. */
const looks = process.env.STANDPOINT_LOOKS;

describe("actors", () => {
  let window;
  before(async () => {
    window = await open({ sample: true });
    await window.page.getByRole("option").first().waitFor();
  });
  after(() => window.close());

  const look = (name) => (looks === undefined ? undefined : window.page.screenshot({ path: `${looks}/${name}.png` }));
  /** The tree in its order, each with its parent and names, and who takes which position. */
  const state = async () => {
    const actors = (await window.call("actor_list")).map(({ actor }) => actor);
    const positions = (await window.call("position_list")).map(({ id, actors: who, speaker }) => ({ id, who, speaker }));
    return { actors, positions };
  };
  const named = async (name) => (await state()).actors.find((actor) => actor.name === name);
  const row = (name) => window.page.getByRole("row", { name: new RegExp(`^${name},`) });
  const choose = async (name) => {
    await row(name).click();
    await until(() => row(name).getAttribute("aria-selected"), (selected) => selected === "true");
  };

  test("a merge is undone whole, later edits elsewhere stay", async () => {
    const { page } = window;
    await goTo(page, 4);
    const before = await state();
    const [kept, gone] = before.actors.filter((actor) => before.positions.some(({ who }) => who.includes(actor.id)));
    await choose(gone.name);
    await page.keyboard.press("Control+m");
    const panel = page.getByRole("complementary", { name: "Merge two actors" });
    await panel.waitFor();
    await page.keyboard.type(kept.name);
    await page.getByRole("option", { name: kept.name }).first().waitFor();
    await page.keyboard.press("Enter");
    await panel.getByText("What moves").waitFor();
    await panel.getByText("stays").waitFor();
    await look("merge");
    assert.deepEqual(await serious(page), []);
    await until(() => page.evaluate(() => document.activeElement?.textContent ?? ""), (words) => words.startsWith("Merge"));
    await page.keyboard.press("Enter");
    await until(state, ({ actors }) => actors.length === before.actors.length - 1);
    await page.getByText(`Merged “${gone.name}” into “${kept.name}”.`).first().waitFor();
    await look("merged");

    // Later, elsewhere.
    const [issue] = await window.call("issue_list");
    const { title, question, parent, half_life_days } = issue.issue;
    await window.call("issue_edit", { id: issue.issue.id, facts: { title: `${title} again`, question, parent, half_life_days } });
    await goTo(page, 5);
    const step = page.getByRole("listitem").filter({ hasText: "Merged two actors" });
    await step.waitFor();
    const only = step.getByRole("button", { name: "Undo only this" });
    await look("history");
    assert.deepEqual(await serious(page), []);
    await only.focus();
    await page.keyboard.press("Enter");
    await until(state, ({ actors }) => actors.length === before.actors.length);
    assert.deepEqual(await state(), before);
    assert.equal((await window.call("issue_list"))[0].issue.title, `${title} again`, "done since, and kept");
    await page.getByText("Took back one step by itself").waitFor();
    await look("taken-back");

    // It is a step like others: undone, the two are one again; undone once more than was done, all is as it was.
    await page.keyboard.press("Control+z");
    await until(state, ({ actors }) => actors.length === before.actors.length - 1);
    await page.keyboard.press("Control+z");
    await until(() => window.call("issue_list"), ([first]) => first.issue.title === title);
    await page.keyboard.press("Control+z");
    await until(state, ({ actors }) => actors.length === before.actors.length);
    assert.deepEqual(await state(), before);
  });

  test("one actor becomes two, with a name and a position that are its own", async () => {
    const { page } = window;
    await goTo(page, 4);
    const before = await state();
    const whole = before.actors.find((actor) => actor.aliases.length > 0 && before.positions.some(({ who }) => who.includes(actor.id)));
    const [alias] = whole.aliases;
    await choose(whole.name);
    await page.getByRole("button", { name: `More for ${whole.name}` }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Split in two" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "Split an actor in two" });
    await panel.getByRole("textbox", { name: "The other is called" }).waitFor();
    await page.keyboard.press("Enter");
    await panel.getByText("An actor needs a name.").waitFor();
    await panel.getByRole("checkbox", { name: alias, exact: true }).focus();
    await page.keyboard.press("Space");
    assert.equal(await panel.getByRole("textbox", { name: "The other is called" }).inputValue(), alias);
    await panel.getByRole("group", { name: "Positions that are its own" }).getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await look("split");
    assert.deepEqual(await serious(page), []);
    await panel.getByRole("button", { name: /^Split/ }).focus();
    await page.keyboard.press("Enter");
    await until(state, ({ actors }) => actors.length === before.actors.length + 1);
    await page.getByText(`Split “${alias}” off “${whole.name}”.`).first().waitFor();
    const made = await named(alias);
    const now = await state();
    assert.equal(made.parent, whole.parent);
    await until(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""), (label) => label.startsWith(`${alias},`));
    assert.equal((await named(whole.name)).aliases.includes(alias), false);
    assert.equal(now.positions.filter(({ who }) => who.includes(made.id)).length, 1);
    await look("split-off");
    await page.keyboard.press("Control+z");
    await until(state, ({ actors }) => actors.length === before.actors.length);
    assert.deepEqual(await state(), before);
  });

  test("an actor and an issue change places by keys, and back", async () => {
    const { page } = window;
    await goTo(page, 4);
    const before = await state();
    const siblings = before.actors.filter((actor) => actor.parent === null);
    const order = async () => (await state()).actors.filter((actor) => actor.parent === null).map(({ id }) => id);
    await choose(siblings[0].name);
    await page.keyboard.press("Alt+ArrowDown");
    await until(order, (ids) => ids[1] === siblings[0].id);
    // The row has the focus still, wherever it went.
    assert.match(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""), new RegExp(`^${siblings[0].name},`));
    await look("reordered");
    await page.keyboard.press("Alt+ArrowUp");
    await until(order, (ids) => ids[0] === siblings[0].id);

    const issues = async () => (await window.call("issue_list")).map(({ issue }) => issue.title);
    const titles = await issues();
    await page.getByRole("row", { name: titles[0] }).or(page.getByRole("option", { name: titles[0] })).first().click();
    await page.keyboard.press("Alt+ArrowDown");
    await until(issues, ([first]) => first === titles[1]);
    await look("issues-reordered");
    await page.keyboard.press("Control+z");
    await until(issues, ([first]) => first === titles[0]);
    assert.deepEqual(await issues(), titles);
  });

  test("nothing was complained of", () => assert.deepEqual(window.complaints, []));
});
