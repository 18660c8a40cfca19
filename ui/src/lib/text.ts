// The core counts Unicode scalar values, the DOM counts UTF-16 units. They part where a character lies beyond U+FFFF,
// such as an emoji, so every position crosses this file on its way in or out.

/** Translates positions of one text. Costs one pass over it; texts without such characters cost nothing after. */
export class TextPositions {
  readonly text: string;
  /** UTF-16 positions of the first half of each pair, rising. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.text = text;
    const pairs: number[] = [];
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index);
    this.#pairs = pairs;
  }

  /** Scalar position of a UTF-16 position. One inside a pair counts as before it. */
  toScalar(unit: number): number {
    // A pair is past once both its halves are: the limit is one less than the position.
    return unit - countBelow(this.#pairs, unit - 1) - (this.#splits(unit) ? 1 : 0);
  }

  #splits(unit: number): boolean {
    const code = this.text.charCodeAt(unit);
    return unit > 0 && code >= 0xdc00 && code <= 0xdfff;
  }

  /** UTF-16 position of a scalar position. */
  toUnit(scalar: number): number {
    // The n-th pair (from 0) begins at scalar position pairs[n] - n, which rises with n.
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pairs[middle] ?? 0) - middle < scalar) low = middle + 1;
      else high = middle;
    }
    return scalar + low;
  }

  /** The words between two scalar positions. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUnit(start), this.toUnit(end));
  }
}

/** How many of the rising numbers are below the limit. */
function countBelow(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of a text; in which units, the function that gives it says. */
export interface Stretch {
  start: number;
  end: number;
}

// After these a capital does not begin a sentence. Single letters, as in initials, are seen to apart.
const SHORT_FORMS = new Set(
  "mr mrs ms dr prof st sen rep gen col lt gov hon no art para pp vol ed cf vs etc e.g i.e approx jan feb mar apr jun jul aug sep sept oct nov dec".split(" "),
);

/** The sentences of one paragraph, in UTF-16 positions, without the spaces around them. */
export function sentencesOf(paragraph: string, language?: string): Stretch[] {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: "sentence" });
  const stretches: Stretch[] = [];
  let open: number | undefined;
  for (const { segment, index } of segmenter.segment(paragraph)) {
    open ??= index;
    const end = index + segment.trimEnd().length;
    if (endsInShortForm(paragraph.slice(open, end)) && index + segment.length < paragraph.length) continue;
    const start = open + (paragraph.slice(open, end).length - paragraph.slice(open, end).trimStart().length);
    if (end > start) stretches.push({ start, end });
    open = undefined;
  }
  return stretches;
}

function endsInShortForm(sentence: string): boolean {
  const last = /(?:^|[\s([“"'])([\p{L}.]+)\.$/u.exec(sentence)?.[1];
  if (last === undefined) return false;
  return /^\p{Lu}(\.\p{Lu})*$/u.test(last) || SHORT_FORMS.has(last.toLowerCase());
}

function supported(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : Intl.Segmenter.supportedLocalesOf(language)[0];
  } catch {
    return undefined;
  }
}

/** How many words, as a reader would count them. */
export function countWords(text: string, language?: string): number {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: "word" });
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) words += 1;
  return words;
}

/** A stretch without the spaces at its ends. */
export function trimmed(text: string, stretch: Stretch): Stretch {
  const inside = text.slice(stretch.start, stretch.end);
  const start = stretch.start + (inside.length - inside.trimStart().length);
  return { start, end: Math.max(start, stretch.start + inside.trimEnd().length) };
}
