// How typing narrows a list: without regard to case or accents, beginnings before middles.

export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How well `text` answers `sought`: 0 the beginning, 1 the beginning of a word, 2 somewhere inside, undefined not at all. */
export function closeness(text: string, sought: string): number | undefined {
  const at = fold(text).indexOf(fold(sought.trim()));
  if (at < 0) return undefined;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(fold(text).charAt(at - 1)) ? 2 : 1;
}

/** The items whose words answer `sought`, best first, otherwise in their own order. `wordsOf` gives the label first, then other names. */
export function narrow<T>(items: readonly T[], sought: string, wordsOf: (item: T) => readonly string[]): T[] {
  if (sought.trim() === "") return [...items];
  return items
    .flatMap((item) => {
      const scores = wordsOf(item).flatMap((word, index) => {
        const score = closeness(word, sought);
        return score === undefined ? [] : [score * 2 + (index === 0 ? 0 : 1)];
      });
      return scores.length === 0 ? [] : [{ item, score: Math.min(...scores) }];
    })
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item);
}

/** The text cut where `sought` is found in it: before, the match, after. Undefined when it is not there letter for letter. */
export function cutAtMatch(text: string, sought: string): [string, string, string] | undefined {
  const needle = sought.trim();
  const folded = fold(text);
  // Folding may change the length (ﬁ, ß stay apart); then positions cannot be carried over, and nothing is marked.
  if (needle === "" || folded.length !== text.length) return undefined;
  const at = folded.indexOf(fold(needle));
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at, at + fold(needle).length), text.slice(at + fold(needle).length)];
}
