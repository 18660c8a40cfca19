// How typing narrows a list: without regard to case or accents, beginnings before middles.

// Accents of Latin, Greek and Cyrillic; points of Hebrew; points and the lengthening stroke of Arabic. The first part is
// й, a letter of its own.
const ACCENTS = /(\u0438\u0306|\u0418\u0306)|\u0640|[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/gu;

/** Letters as they are typed where people's keyboards do not have them. */
const TYPED: Record<string, string> = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" };

/** The one way in which names are compared: the rule of the core (`fold.rs`), tried on the same cases. */
export const fold = (text: string): string => foldLetters(text).replace(/\s+/gu, " ").trim();

/** The same with every space as it stands. */
export const foldLetters = (text: string): string =>
  text
    .replaceAll("´", "’") // Taken apart, it would be a space.
    .normalize("NFKD")
    .replace(ACCENTS, (_, kept: string | undefined) => kept ?? "")
    .toLowerCase()
    .replace(/[łøđðıßæœþς]/gu, (letter) => TYPED[letter] ?? letter)
    .replace(/['`‘ʼʻ′＇]/gu, "’");

/** How well `text` answers `sought`: 0 the beginning, 1 the beginning of a word, 2 somewhere inside, undefined not at all. */
export function closeness(text: string, sought: string): number | undefined {
  const at = fold(text).indexOf(fold(sought.trim()));
  if (at < 0) return undefined;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(fold(text).charAt(at - 1)) ? 2 : 1;
}

/** How well several texts answer `sought` as a whole, the label before other names. */
function nearness(texts: readonly string[], sought: string): number | undefined {
  const whole = texts.flatMap((text, index) => {
    const score = closeness(text, sought);
    return score === undefined ? [] : [score * 2 + (index === 0 ? 0 : 1)];
  });
  return whole.length > 0 ? Math.min(...whole) : undefined;
}

/** Whether a word of `text` begins with `word`. */
function beginsWord(text: string, word: string): boolean {
  const [within, wanted] = [fold(text), fold(word)];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(within.charAt(at - 1))) return true;
  }
  return false;
}

/** The items whose words answer `sought`, best first, otherwise in their own order. `wordsOf` gives the label first, then other names. */
export function narrow<T>(items: readonly T[], sought: string, wordsOf: (item: T) => readonly string[]): T[] {
  const { whole, scattered } = narrowApart(items, sought, (item) => [wordsOf(item)]);
  return [...whole, ...scattered];
}

/**
 * The items that answer `sought` as it was typed, and those in which each of its words begins one, here and there, in
 * all the texts of a group. `groupsOf` gives the texts, the label first.
 */
export function narrowApart<T>(items: readonly T[], sought: string, groupsOf: (item: T) => readonly (readonly string[])[]): { whole: T[]; scattered: T[] } {
  if (sought.trim() === "") return { whole: [...items], scattered: [] };
  const words = sought.trim().split(/\s+/u);
  const whole: { item: T; score: number }[] = [];
  const scattered: T[] = [];
  for (const item of items) {
    const groups = groupsOf(item);
    const score = nearness(groups.flat(), sought);
    if (score !== undefined) whole.push({ item, score });
    else if (words.length > 1 && groups.some((texts) => words.every((word) => texts.some((text) => beginsWord(text, word))))) scattered.push(item);
  }
  return { whole: whole.sort((a, b) => a.score - b.score).map(({ item }) => item), scattered };
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
