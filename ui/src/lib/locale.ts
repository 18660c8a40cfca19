// A system without a language calls itself "C", which is no language tag: every formatter refuses it.

/** The first of the tags that formatters know. */
export function knownLocale(tags: readonly string[]): string | undefined {
  for (const tag of tags) {
    try {
      const [known] = Intl.DateTimeFormat.supportedLocalesOf(tag);
      if (known !== undefined) return known;
    } catch {
      // Not a language tag at all; the next may be.
    }
  }
  return undefined;
}

/** The reader's own way of writing dates and figures. */
export const READER: string = knownLocale(typeof navigator === "undefined" ? [] : [...navigator.languages, navigator.language]) ?? "en-GB";

/** The language of the catalogue, in the reader's variety of it: for words that formatters add, such as "and". */
export const WORDS: string = READER.startsWith("en") ? READER : "en-GB";
