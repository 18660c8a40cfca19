/** Asks when it is its turn; a question that nobody waits for any more is not asked. */
export type InTurn<T> = (ask: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Asks one question at a time. Whoever asks again while an answer is under way waits for it, and of those who wait only the
 * last is heard: work that takes long is not piled up by somebody who types.
 */
export function oneAtATime<T>(): InTurn<T> {
  let underWay: Promise<unknown> = Promise.resolve();
  return (ask, signal) => {
    const answer = underWay.then(() => {
      signal.throwIfAborted();
      return ask();
    });
    underWay = answer.catch(() => undefined);
    return answer;
  };
}
