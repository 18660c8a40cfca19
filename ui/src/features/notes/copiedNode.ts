// A node of what was copied, and how its words look.

/** A node of what was copied: an element by its name, or words under the name "#text". */
export interface Copied {
  name: string;
  text: string;
  style: string;
  kind: string;
  id: string;
  href: string;
  children: readonly Copied[];
}

/** How words look. */
export interface Marks {
  bold: boolean;
  italic: boolean;
  struck: boolean;
}

export const NONE: Marks = { bold: false, italic: false, struck: false };

const SKIPPED = new Set(["script", "style", "head", "title", "meta", "link", "template", "svg", "math", "object", "iframe", "noscript", "textarea", "select", "button", "input"]);
const STRUCK = new Set(["s", "strike", "del"]);
/** The sign of a point as Word writes it, what is not shown, and comments with the signs that lead to them. */
const UNSEEN = /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i;
const UNSEEN_KIND = /\b(MsoFootnoteReference|MsoEndnoteReference|MsoCommentReference|msocomanchor|msocomoff|sdfootnotesym|sdendnotesym)\b/i;

/** Whether it is nothing that a reader would have seen. */
export const isUnseen = ({ name, style, kind }: Copied): boolean => SKIPPED.has(name) || UNSEEN.test(style) || UNSEEN_KIND.test(kind);

/** How words within it look, by what they stand in. */
export function marksOf({ name, style, kind }: Copied, { bold, italic, struck }: Marks): Marks {
  // Of several, the last counts.
  const weight = /^.*font-weight:\s*(bold|bolder|normal|\d+)/is.exec(style)?.[1]?.toLowerCase();
  const slant = /^.*font-style:\s*(italic|oblique|normal)/is.exec(style)?.[1]?.toLowerCase();
  return {
    bold: weight === undefined ? bold || name === "b" || name === "strong" : weight.startsWith("bold") || Number(weight) >= 600,
    italic: slant === undefined ? italic || name === "i" || name === "em" || name === "cite" : slant !== "normal",
    struck: struck || STRUCK.has(name) || /text-decoration[^;]*line-through/i.test(style) || /\bmsoDel\b/i.test(kind),
  };
}

/** Figures that are set high or low, by the signs that they have of their own; nothing where letters are, or a sign that leads somewhere. */
export function raisedIn(node: Copied): string | undefined {
  const height = node.name === "sup" ? "super" : node.name === "sub" ? "sub" : /vertical-align:\s*(super|sub)\b/i.exec(node.style)?.[1]?.toLowerCase();
  const signs = RAISED.get(height ?? "");
  if (signs === undefined || !isWordsAlone(node) || !/^[\d+\-−]+$/.test(wordsOf(node))) return undefined;
  return wordsOf(node).replace(/./gu, (figure) => signs.charAt(FIGURES.indexOf(figure)));
}

const FIGURES = "0123456789+-−";
const RAISED: ReadonlyMap<string, string> = new Map([["super", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"], ["sub", "₀₁₂₃₄₅₆₇₈₉₊₋₋"]]);

const isWordsAlone = (node: Copied): boolean => node.name !== "a" && !isUnseen(node) && node.children.every(isWordsAlone);

export const wordsOf = (node: Copied): string => (node.name === "#text" ? node.text : node.children.map(wordsOf).join(""));
