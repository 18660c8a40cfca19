import { expect, test } from "vitest";
import { gathered } from "./gathered";

const double = () => {
  const asked: (readonly number[])[] = [];
  const ask = gathered(async (questions: readonly number[]) => {
    asked.push(questions);
    await Promise.resolve();
    if (questions.includes(13)) throw new Error("no");
    return questions.map((question) => question * 2);
  });
  return { asked, ask };
};

test("what is asked at the same moment is one question, and each has its own answer", async () => {
  const { asked, ask } = double();
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6]);
  expect(await ask(4)).toBe(8);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

test("what is asked while an answer is under way is asked by itself", async () => {
  const { asked, ask } = double();
  const first = ask(1);
  await Promise.resolve();
  const second = ask(2);
  expect(await Promise.all([first, second])).toEqual([2, 4]);
  expect(asked).toEqual([[1], [2]]);
});

test("a refusal reaches all who asked, and the next are asked anew", async () => {
  const { ask } = double();
  const refused = await Promise.allSettled([ask(1), ask(13)]);
  expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask(2)).toBe(4);
});
