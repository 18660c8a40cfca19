// Words that somebody wrote run in the direction of their own language, whatever that of the window.

type Direction = "ltr" | "rtl";

/** The language and the direction of words, as attributes of what shows them. Where the language is not known, the first letter tells. */
export function written(words: string, language: string | null | undefined): { lang?: string; dir: Direction | "auto" } {
  return language == null || language === "" ? { dir: "auto" } : { lang: language, dir: directionOf(words, language) };
}

/** A name in Latin letters does not turn a Hebrew sentence round, also where it comes first; words without a Hebrew letter run as they are read. */
function directionOf(words: string, language: string): Direction {
  const [direction, own, other]: [Direction, RegExp, RegExp] = isFromRight(language) ? ["rtl", FROM_RIGHT, FROM_LEFT] : ["ltr", FROM_LEFT, FROM_RIGHT];
  if (own.test(words) || !other.test(words)) return direction;
  return direction === "rtl" ? "ltr" : "rtl";
}

const isFromRight = (language: string): boolean => LANGUAGES.has(language.toLowerCase().split("-")[0] ?? "");

/** Those that are written from right to left, the same as on the printed page. */
const LANGUAGES: ReadonlySet<string> = new Set(["ar", "he", "fa", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"]);

/** A letter of those scripts, and one of any other. */
const FROM_RIGHT = /(?=[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{1E800}-\u{1EFFF}])\p{L}/u;
const FROM_LEFT = /(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{1E800}-\u{1EFFF}])\p{L}/u;
