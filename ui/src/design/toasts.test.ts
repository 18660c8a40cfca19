import { beforeEach, expect, test } from "vitest";
import { latestIs, letOffersGo, queue, stepsAre, toast, toastDone } from "./toasts";

const undone: number[] = [];
let latest: number | undefined;
let isNothing = false;

beforeEach(() => {
  queue.clear();
  undone.length = 0;
  isNothing = false;
  stepsAre({ undo: () => void undone.push(latest ?? 0), recorded: () => Promise.resolve({ step: latest, isNothing }) });
});

const shown = () => queue.visibleToasts.map(({ content }) => `${content.text}${content.action === undefined ? "" : ` [${content.action.label}]`}`);

async function done(text: string, step: number | undefined) {
  latest = step;
  toastDone(text);
  await new Promise((done) => setTimeout(done));
  return shown();
}

test("what was done can be taken back", async () => {
  expect(await done("Changed a position.", 7)).toEqual(["Changed a position. [Undo]"]);
  queue.visibleToasts[0]?.content.action?.run();
  expect(undone).toEqual([7]);
});

test("where nothing was changed nothing is offered to be taken back", async () => {
  isNothing = true;
  expect(await done("Changed a position.", 7)).toEqual(["Nothing had to be changed."]);
});

test("what was done is said where no step is known", async () => {
  expect(await done("Added a source.", undefined)).toEqual(["Added a source."]);
  stepsAre({ undo: () => undefined, recorded: () => Promise.reject(new Error("no answer")) });
  expect(await done("Added a source.", 7)).toEqual(["Added a source."]);
});

test("an offer goes when another step is the latest", async () => {
  await done("Changed a position.", 7);
  latestIs(7);
  expect(shown()).toEqual(["Changed a position. [Undo]"]);
  latestIs(8);
  expect(shown()).toEqual([]);
});

test("of two things said the later one is shown, whichever is ready first", async () => {
  latest = 7;
  toastDone("Added a source.");
  toast({ text: "3 files are in." });
  await new Promise((settled) => setTimeout(settled));
  expect(shown()).toEqual(["3 files are in."]);
  toastDone("Added a source.");
  expect(await done("Changed a position.", 8)).toEqual(["Changed a position. [Undo]"]);
});

test("what is said of no step stays whatever is the latest", () => {
  toast({ text: "The folder has gone." });
  latestIs(9);
  expect(shown()).toEqual(["The folder has gone."]);
});

test("with the dossier goes what was offered for it, and nothing else", () => {
  toast({ text: "Undone: keep excerpt.", action: { label: "Redo", run: () => undefined } });
  letOffersGo();
  expect(shown()).toEqual([]);
  toast({ text: "The copy was saved." });
  letOffersGo();
  expect(shown()).toEqual(["The copy was saved."]);
});
