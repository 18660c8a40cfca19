/** Puts the questions of one moment together and asks them at once; each gets its own answer, or all of them the refusal. */
export function gathered<Q, A>(askAll: (questions: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  let waiting: Q[] = [];
  let answers: Promise<readonly A[]> | undefined;
  return async (question) => {
    const place = waiting.push(question) - 1;
    answers ??= Promise.resolve().then(() => {
      const asked = waiting;
      [waiting, answers] = [[], undefined];
      return askAll(asked);
    });
    const all = await answers;
    if (place >= all.length) throw new Error("A question was left without an answer.");
    return all[place] as A;
  };
}
