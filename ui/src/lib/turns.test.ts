import { expect, test } from "vitest";
import { oneAtATime } from "./turns";

test("one question at a time, and of those who wait only the last", async () => {
  const inTurn = oneAtATime<string>();
  const asked: string[] = [];
  let answerFirst: (answer: string) => void = () => undefined;
  const ask = (name: string, answer: Promise<string>) => () => {
    asked.push(name);
    return answer;
  };
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const one = inTurn(ask("one", new Promise((done) => (answerFirst = done))), first.signal);
  const two = inTurn(ask("two", Promise.resolve("b")), second.signal);
  const three = inTurn(ask("three", Promise.resolve("c")), third.signal);
  await Promise.resolve();
  second.abort();
  expect(asked).toEqual(["one"]);
  answerFirst("a");
  expect(await one).toBe("a");
  await expect(two).rejects.toThrow();
  expect(await three).toBe("c");
  expect(asked).toEqual(["one", "three"]);
});

test("a question that fails does not hold up the next", async () => {
  const inTurn = oneAtATime<string>();
  const { signal } = new AbortController();
  await expect(inTurn(() => Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  expect(await inTurn(() => Promise.resolve("yes"), signal)).toBe("yes");
});
