import type { Inline } from "../../api/generated";
import type { Line } from "./pasted";

// What comes from Word, Outlook and the web: its structure and its bold and italic stay, its styling goes. Works on a plain tree,
// so that nothing of what was copied is ever put into a document.

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

/** What was taken of it, and what could not be. */
export interface Taken {
  lines: Line[];
  pictures: number;
  tables: number;
}

interface Marks {
  bold: boolean;
  italic: boolean;
}

const SKIPPED = new Set(["script", "style", "head", "title", "meta", "link", "template", "svg", "math", "object", "iframe", "noscript", "textarea", "select", "button", "input", "del"]);
const BLOCKS = new Set(["p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "caption", "blockquote", "pre", "figure", "figcaption", "hr", "address", "form", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html"]);
const LINK = /^(https?:|mailto:)/i;
/** The sign of a point as Word writes it, what is not shown, and comments with the signs that lead to them. */
const UNSEEN = /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i;
const UNSEEN_KIND = /\b(MsoFootnoteReference|MsoEndnoteReference|MsoCommentReference|msocomanchor|msocomoff|msoDel|sdfootnotesym|sdendnotesym)\b/i;
/** Where footnotes stand that a sign in the text leads to: in Word, in LibreOffice, in what Google Docs saves. */
const FOOTNOTES = /^(?:ftn|edn|sdfootnote|sdendnote|ftnt)\d+$/;
const NONE: Marks = { bold: false, italic: false };

/** What was copied, line by line. */
export function takenFrom(root: Copied): Taken {
  const taken = new Taking(footnotesIn(root));
  taken.walk(root, "paragraph", NONE);
  return taken.done();
}

class Taking {
  readonly #footnotes: ReadonlyMap<string, Copied>;
  readonly #lines: Line[] = [];
  #open: Line = { as: "paragraph", text: [] };
  #pictures = 0;
  #tables = 0;
  #hasRows = false;

  constructor(footnotes: ReadonlyMap<string, Copied>) {
    this.#footnotes = footnotes;
  }

  done(): Taken {
    this.#close("paragraph");
    return { lines: this.#lines, pictures: this.#pictures, tables: this.#tables };
  }

  walk(node: Copied, as: Line["as"], marks: Marks): void {
    const { name } = node;
    // A heading is strong by being one.
    const isStrong = marks.bold && this.#open.as !== "heading" && this.#open.as !== "subheading";
    if (name === "#text") add(this.#open.text, node.text.replace(/\s+/g, " "), { ...marks, bold: isStrong });
    else if (SKIPPED.has(name) || UNSEEN.test(node.style) || UNSEEN_KIND.test(node.kind) || this.#footnotes.get(node.id) === node) return;
    else if (name === "img") this.#pictures += 1;
    else if (name === "br") this.#close(as);
    else if (name === "a") this.#link(node, as, marks);
    else if (name === "tr") this.#row(node, as, marks);
    else if (name === "pre") this.#setLines(node, as, marks);
    else if (!BLOCKS.has(name)) this.#all(node, as, marksOf(node, marks));
    else {
      const inner = shapeOf(node, as);
      this.#close(inner);
      this.#all(node, inner, marksOf(node, marks));
      this.#close(as);
      if (name === "table") this.#endTable();
    }
  }

  #all(node: Copied, as: Line["as"], marks: Marks): void {
    for (const child of node.children) this.walk(child, as, marks);
  }

  #close(next: Line["as"]): void {
    const text = trimmed(this.#open.text);
    if (text.length > 0) this.#lines.push({ ...this.#open, text });
    this.#open = { as: next, text: [] };
  }

  #link(node: Copied, as: Line["as"], marks: Marks): void {
    const note = this.#footnotes.get(noteOf(node.href));
    if (note !== undefined) this.#open.text.push({ type: "footnote", text: remarkOf(note) });
    else if (LINK.test(node.href) && wordsOf(node).trim() !== "") this.#open.text.push({ type: "link", url: node.href, text: wordsOf(node).replace(/\s+/g, " ").trim() });
    else this.#all(node, as, marks);
  }

  /** A row of a table is a point. A table that only arranges a page, as in e-mails, is no table: what stands in it stays as it is. */
  #row(row: Copied, as: Line["as"], marks: Marks): void {
    const cells = row.children.filter(({ name }) => name === "td" || name === "th");
    const taken = cells.map((cell) => {
      const within = new Taking(this.#footnotes);
      within.#all(cell, "paragraph", { ...marks, bold: cell.name === "th" || marks.bold });
      return within.done();
    });
    this.#close("item");
    for (const { pictures, tables } of taken) {
      this.#pictures += pictures;
      this.#tables += tables;
    }
    const filled = taken.filter(({ lines }) => lines.length > 0);
    if (filled.length > 1 && filled.every(({ lines }) => lines.length === 1)) {
      this.#hasRows = true;
      taken.forEach(({ lines }, index) => {
        if (index > 0) add(this.#open.text, "; ", NONE);
        this.#open.text.push(...oneLine(lines));
      });
    } else for (const { lines } of taken) for (const line of lines) this.#lines.push(line.as === "paragraph" ? { ...line, as } : line);
    this.#close(as);
  }

  #endTable(): void {
    if (this.#hasRows) this.#tables += 1;
    this.#hasRows = false;
  }

  /** Text whose line ends count. */
  #setLines(node: Copied, as: Line["as"], marks: Marks): void {
    for (const line of wordsOf(node).split(/\r?\n/)) {
      this.#close(as);
      add(this.#open.text, line.replace(/\s+/g, " "), marks);
    }
    this.#close(as);
  }
}

/** Lines as one, with a space where they meet. */
function oneLine(lines: readonly Line[]): Inline[] {
  return lines.flatMap(({ text }, index) => (index === 0 ? text : [{ type: "text" as const, text: " " }, ...text]));
}

/** A footnote's words. It holds no other. */
const remarkOf = (note: Copied): Inline[] => oneLine(takenFrom({ ...note, id: "" }).lines).filter(({ type }) => type !== "footnote");

/** The footnotes among it, by the name that their signs lead to. */
function footnotesIn(root: Copied): Map<string, Copied> {
  const found = new Map<string, Copied>();
  const look = (node: Copied): void => {
    if (FOOTNOTES.test(node.id)) found.set(node.id, node);
    else for (const child of node.children) look(child);
  };
  look(root);
  return found;
}

/** "#_ftn1" of Word, "#sdfootnote1sym" of LibreOffice: the footnote that a sign leads to. */
const noteOf = (href: string): string => /#_?((?:ftn|edn|sdfootnote|sdendnote|ftnt)\d+)(?:sym)?$/.exec(href)?.[1] ?? "";

function shapeOf(node: Copied, as: Line["as"]): Line["as"] {
  const { name, kind, style } = node;
  if (name === "h1" || name === "h2" || /\bMso(Title|Heading[12])\b/.test(kind)) return "heading";
  if (/^h[3-6]$/.test(name) || /\bMso(Subtitle|Heading[3-9])\b/.test(kind)) return "subheading";
  // Word's paragraphs are points if they belong to a list; the style of that name alone only sets them in.
  if (name === "li" || (name === "p" && /mso-list:\s*l\d/i.test(style)) || (/\bMsoListParagraph/.test(kind) && hasSign(node))) return "item";
  return name === "blockquote" || /\bMso(Intense)?Quote\b/.test(kind) ? "quote" : as;
}

const hasSign = (node: Copied): boolean => /mso-list:\s*ignore/i.test(node.style) || node.children.some(hasSign);

function marksOf({ name, style }: Copied, { bold, italic }: Marks): Marks {
  // Of several, the last counts.
  const weight = /^.*font-weight:\s*(bold|bolder|normal|\d+)/is.exec(style)?.[1]?.toLowerCase();
  const slant = /^.*font-style:\s*(italic|oblique|normal)/is.exec(style)?.[1]?.toLowerCase();
  return {
    bold: weight === undefined ? bold || name === "b" || name === "strong" : weight.startsWith("bold") || Number(weight) >= 600,
    italic: slant === undefined ? italic || name === "i" || name === "em" || name === "cite" : slant !== "normal",
  };
}

const wordsOf = (node: Copied): string => (node.name === "#text" ? node.text : node.children.map(wordsOf).join(""));

function add(text: Inline[], words: string, { bold, italic }: Marks): void {
  const last = text.at(-1);
  // Spaces at the seams of elements count once.
  const fresh = last?.type === "text" && last.text.endsWith(" ") ? words.replace(/^ /, "") : words;
  if (fresh === "") return;
  if (last?.type === "text" && (last.bold ?? false) === bold && (last.italic ?? false) === italic) last.text += fresh;
  else text.push({ type: "text", text: fresh, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) });
}

/** Without spaces at its ends; nothing where only spaces were. */
function trimmed(text: Inline[]): Inline[] {
  const first = text[0];
  if (first?.type === "text") first.text = first.text.replace(/^[\s\u00A0]+/, "");
  const last = text.at(-1);
  if (last?.type === "text") last.text = last.text.replace(/[\s\u00A0]+$/, "");
  return text.filter((inline) => inline.type !== "text" || inline.text !== "");
}
