import { foldLetters } from "../../lib/match";

// Words are found as a keyboard types them: whatever their accents, with straight quotes for printed ones, a plain space and
// hyphen for those that do not break.

/** What is being looked for. */
export interface Sought {
  words: string;
  matchCase: boolean;
}

/** Where the words stand in a text, in its own letters: from the first to behind the last. */
export function foundIn(text: string, { words, matchCase }: Sought): { start: number; end: number }[] {
  // Most texts hold no such words: they are not taken apart.
  if (words === "" || !typed(text).includes(typed(words))) return [];
  const sought = lettersOf(words, matchCase).letters;
  if (sought === "") return [];
  const { letters, starts, ends } = lettersOf(text, matchCase);
  const found: { start: number; end: number }[] = [];
  for (let at = letters.indexOf(sought); at >= 0;) {
    const [start = -1, end = -1] = [starts[at], ends[at + sought.length - 1]];
    const isThere = start >= 0 && end >= 0;
    if (isThere) found.push({ start, end });
    at = letters.indexOf(sought, at + (isThere ? sought.length : 1));
  }
  return found;
}

/** The text with other words wherever they stand. */
export function replacedIn(text: string, sought: Sought, by: string): string {
  let [replaced, at] = ["", 0];
  for (const { start, end } of foundIn(text, sought)) {
    replaced += text.slice(at, start) + by;
    at = end;
  }
  return replaced + text.slice(at);
}

/**
 * A text as it is compared, and for each letter where it begins and ends in the text; -1 where it is but a part of what is
 * one letter there: neither "s" of "ß" is that letter. A letter with its accents is one.
 */
function lettersOf(text: string, matchCase: boolean): { letters: string; starts: number[]; ends: number[] } {
  let letters = "";
  let at = 0;
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const own of text.match(/.\p{M}*/gsu) ?? []) {
    const plain = typedLetter(own);
    const compared = matchCase && own !== own.toLowerCase() ? plain.toUpperCase() : plain;
    const isAlike = compared.length === own.length;
    for (let part = 0; part < compared.length; part += 1) {
      starts.push(isAlike ? at + part : part === 0 ? at : -1);
      ends.push(isAlike ? at + part + 1 : part === compared.length - 1 ? at + own.length : -1);
    }
    letters += compared;
    at += own.length;
  }
  return { letters, starts, ends };
}

const typed = (text: string): string =>
  foldLetters(text.replace(/[“”„‟«»＂]/gu, '"').replace(/[‚‛‹›]/gu, "'")).replace(/[\u2010\u2011]/gu, "-").replace(/\s/gu, " ");

const known = new Map<string, string>();

/** The same of one letter. Of different ones there are few, and each stands in a note a thousand times. */
function typedLetter(letter: string): string {
  const plain = known.get(letter) ?? typed(letter);
  known.set(letter, plain);
  return plain;
}
