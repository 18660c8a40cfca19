// How typing narrows a list: without regard to case or accents, beginnings before middles.

// Accents of Latin, Greek and Cyrillic; points of Hebrew; points and the lengthening stroke of Arabic. The first part is
// й, a letter of its own.
const ACCENTS = /(\u0438\u0306|\u0418\u0306)|\u0640|[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/gu;

/** Letters as they are typed where people's keyboards do not have them. */
const TYPED: Record<string, string> = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" };

/** The one way in which names are compared: the rule of the core (`fold.rs`), tried on the same cases. */
export const fold = (text: string): string =>
  text
    .replaceAll("´", "’") // Taken apart, it would be a space.
    .normalize("NFKD")
    .replace(ACCENTS, (_, kept: string | undefined) => kept ?? "")
    .toLowerCase()
    .replace(/[łøđðıßæœþς]/gu, (letter) => TYPED[letter] ?? letter)
    .replace(/['`‘ʼʻ′＇]/gu, "’")
    .replace(/\s+/gu, " ")
    .trim();

/** How well `text` answers `sought`: 0 the beginning, 1 the beginning of a word, 2 somewhere inside, undefined not at all. */
export function closeness(text: string, sought: string): number | undefined {
  const at = fold(text).indexOf(fold(sought.trim()));
  if (at < 0) return undefined;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(fold(text).charAt(at - 1)) ? 2 : 1;
}

/** How well several texts answer `sought`, the label before other names; last, where only its words are found, here and there. */
function nearness(texts: readonly string[], sought: string): number | undefined {
  const whole = texts.flatMap((text, index) => {
    const score = closeness(text, sought);
    return score === undefined ? [] : [score * 2 + (index === 0 ? 0 : 1)];
  });
  if (whole.length > 0) return Math.min(...whole);
  const words = sought.trim().split(/\s+/u);
  return words.length > 1 && words.every((word) => texts.some((text) => closeness(text, word) !== undefined)) ? SCATTERED : undefined;
}

const SCATTERED = 6;

/** The items whose words answer `sought`, best first, otherwise in their own order. `wordsOf` gives the label first, then other names. */
export function narrow<T>(items: readonly T[], sought: string, wordsOf: (item: T) => readonly string[]): T[] {
  if (sought.trim() === "") return [...items];
  return items
    .flatMap((item) => {
      const score = nearness(wordsOf(item), sought);
      return score === undefined ? [] : [{ item, score }];
    })
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item);
}

/** The text cut where `sought` is found in it, or else each of its words: what is not found and what is, by turns. */
export function cutAtMatches(text: string, sought: string): string[] {
  const whole = matchIn(text, sought);
  const found = (whole === undefined ? sought.trim().split(/\s+/u).map((word) => matchIn(text, word)) : [whole])
    .filter((range) => range !== undefined)
    .sort(([one], [other]) => one - other);
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of found) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), text.slice(start, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** Where `sought` stands in the text. Undefined when it is not there letter for letter. */
function matchIn(text: string, sought: string): [number, number] | undefined {
  const needle = fold(sought);
  const folded = fold(text);
  // Folding may change the length (ﬁ, ß stay apart); then positions cannot be carried over, and nothing is marked.
  const at = needle === "" || folded.length !== text.length ? -1 : folded.indexOf(needle);
  return at < 0 ? undefined : [at, at + needle.length];
}
