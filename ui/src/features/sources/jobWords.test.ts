import { expect, test } from "vitest";
import type { Job, RefusedFile, Source } from "../../api/generated";
import { footOf, runningNote, titleOf } from "./jobWords";

const ended: Job = { id: "1", total: 1, scans: 0, done: 1, current: null, imported: 1, known: 0, told: [], pages: null, recognised: [], missed: 0, refused: [], ended: true, cancelled: false };
const scans: Job = { ...ended, scans: 1, imported: 0 };
const running: Job = { ...ended, done: 2, total: 5, imported: 2, ended: false };
const source = { id: "a" } as Source;

test.each<[string, Job]>([
  ["Importing file 3 of 5", running],
  ["Recognising the words of scans", { ...running, total: 6, scans: 1, pages: { done: 0, total: 0 } }],
  ["Recognising the words of scans", { ...scans, ended: false, done: 0 }],
  ["1 file is in", ended],
  ["2 files are in, 1 not", { ...ended, imported: 2, missed: 2, refused: [{ scan: null } as RefusedFile, { scan: "a" } as RefusedFile] }],
  ["All 3 files were in already", { ...ended, total: 3, done: 3, imported: 3, known: 3 }],
  ["3 files are in, 1 not; 2 of them were in already", { ...ended, total: 4, done: 4, imported: 3, known: 2, missed: 1, refused: [{ scan: null } as RefusedFile] }],
  ["4 files are in, 1 not", { ...ended, total: 6, scans: 1, done: 5, imported: 4, missed: 1, refused: [{ scan: null } as RefusedFile], cancelled: true }],
  ["No file is in", { ...ended, imported: 0, missed: 1 }],
  ["Stopped. 2 of 5 are in.", { ...running, total: 6, scans: 1, ended: true, cancelled: true }],
  ["1 scan was recognised", { ...scans, recognised: [source] }],
  ["No words were recognised", { ...scans, missed: 1 }],
  ["Stopped. The documents stay as they are.", { ...scans, done: 0, cancelled: true }],
])("%s", (title, job) => expect(titleOf(job)).toBe(title));

test("what is left out while it runs is counted", () => {
  expect(footOf(running)).toBe("Cancel keeps the 2 already in. You can go on working.");
  expect(footOf({ ...running, missed: 3, refused: [{} as RefusedFile] })).toMatch(/^2 more files did not come in; they are listed when this is over\. Cancel/);
});

test("pages are counted from one, once it is known how many there are", () => {
  expect(runningNote(running)).toBe("reading");
  expect(runningNote({ ...running, pages: { done: 0, total: 0 } })).toBe("looking at its pages");
  expect(runningNote({ ...running, pages: { done: 3, total: 9 } })).toBe("page 4 of 9");
});
