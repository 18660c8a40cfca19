import type { Inline } from "../../api/generated";
import { isUnseen, marksOf, NONE, raisedIn, wordsOf, type Copied, type Marks } from "./copiedNode";
import type { Line } from "./pasted";

// What comes from Word, Outlook and the web: its structure and its bold and italic stay, its styling goes. Works on a plain tree,
// so that nothing of what was copied is ever put into a document.

/** What was taken of it, and what could not be. */
export interface Taken {
  lines: Line[];
  pictures: number;
  tables: number;
  /** Whether words were struck out. */
  struck: boolean;
}

const BLOCKS = new Set(["p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "caption", "blockquote", "pre", "figure", "figcaption", "hr", "address", "form", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html"]);
const LINK = /^(https?:|mailto:)/i;
/** Where footnotes stand that a sign in the text leads to: in Word, in LibreOffice, in what Google Docs saves. */
const FOOTNOTES = /^(?:ftn|edn|sdfootnote|sdendnote|ftnt)\d+$/;
/** More lines than these in a cell are part of a page. */
const MOST_IN_CELL = 12;
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
  #struck = false;
  #hasTable = false;

  constructor(footnotes: ReadonlyMap<string, Copied>) {
    this.#footnotes = footnotes;
  }

  done(): Taken {
    this.#close("paragraph");
    return { lines: this.#lines, pictures: this.#pictures, tables: this.#tables, struck: this.#struck };
  }

  walk(node: Copied, as: Line["as"], marks: Marks): void {
    const { name } = node;
    if (this.#strikes(node, marks)) {
      if (BLOCKS.has(name)) this.#close(as);
      return;
    }
    const figures = raisedIn(node);
    // A heading is strong by being one.
    const isStrong = marks.bold && this.#open.as !== "heading" && this.#open.as !== "subheading";
    if (name === "#text" || figures !== undefined) add(this.#open.text, figures ?? node.text.replace(/\s+/g, " "), { ...marks, bold: isStrong });
    else if (isUnseen(node) || this.#footnotes.get(node.id) === node) return;
    else if (name === "img") this.#pictures += 1;
    else if (name === "br") this.#close(as);
    else if (name === "a") this.#link(node, as, marks);
    else if (name === "table") this.#table(node, as, marksOf(node, marks));
    else if (name === "pre") this.#setLines(node, as, marks);
    else if (!BLOCKS.has(name)) this.#all(node, as, marksOf(node, marks));
    else {
      const inner = shapeOf(node, as);
      this.#close(inner);
      this.#all(node, inner, marksOf(node, marks));
      this.#close(as);
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
    const words = this.#wordsLeft(node, marks).replace(/\s+/g, " ").trim();
    if (note !== undefined) this.#open.text.push({ type: "footnote", text: this.#remarkOf(note) });
    else if (LINK.test(node.href) && words !== "") this.#open.text.push({ type: "link", url: node.href, text: words });
    else this.#all(node, as, marks);
  }

  /** Each row of a table is a point. A table that only arranges a page, as in e-mails, is no table: what stands in it stays as it is. */
  #table(table: Copied, as: Line["as"], marks: Marks): void {
    this.#hasTable = true;
    this.#close(as);
    const rows = rowsOf(table, marks).map((cells) => cells.map(({ cell, marks: own }) => {
      const within = new Taking(this.#footnotes);
      within.#all(cell, "paragraph", own);
      within.#close("paragraph");
      this.#pictures += within.#pictures;
      this.#tables += within.#tables;
      this.#struck ||= within.#struck;
      return within;
    }));
    for (const caption of table.children) if (caption.name === "caption") this.walk(caption, as, marks);
    if (rows.every((cells) => cells.filter((cell) => cell.#says()).length < 2) || rows.flat().some((cell) => cell.#isPage())) {
      for (const line of rows.flat().flatMap((cell) => cell.#lines)) this.#lines.push(line.as === "paragraph" ? { ...line, as } : line);
      return;
    }
    this.#tables += 1;
    // A column in which nothing stands only keeps others apart.
    const columns = new Set(rows.flatMap((cells) => cells.flatMap((cell, column) => (cell.#says() ? [column] : []))));
    for (const cells of rows) {
      const own = cells.filter((_, column) => columns.has(column));
      const filled = own.slice(0, own.findLastIndex((cell) => cell.#says()) + 1);
      if (filled.length > 0) this.#lines.push({ as: "item", text: joined(filled.map((cell) => cell.#inOne()), "; ") });
    }
  }

  /** Whether that was struck out, which would say the contrary if it came along; that it did not is told. */
  #strikes(node: Copied, marks: Marks): boolean {
    const isStruck = marksOf(node, marks).struck;
    if (isStruck && !isUnseen(node) && wordsOf(node).trim() !== "") this.#struck = true;
    return isStruck;
  }

  /** Its words, but for those that were struck out. */
  #wordsLeft(node: Copied, marks: Marks): string {
    if (this.#strikes(node, marks)) return "";
    return node.name === "#text" ? node.text : node.children.map((child) => this.#wordsLeft(child, marks)).join("");
  }

  /** A footnote's words. It holds no other. */
  #remarkOf(note: Copied): Inline[] {
    const { lines, struck } = takenFrom({ ...note, id: "" });
    this.#struck ||= struck;
    return joined(lines.map(({ text }) => text), " ").filter(({ type }) => type !== "footnote");
  }

  #says(): boolean {
    return this.#lines.length > 0;
  }

  /** Whether it holds what no cell of a table of facts does. */
  #isPage(): boolean {
    return this.#hasTable || this.#lines.length > MOST_IN_CELL || this.#lines.some(({ as }) => as === "heading" || as === "subheading");
  }

  /** What a cell says, with a dash for nothing, so that the others stay in their columns. */
  #inOne(): Inline[] {
    return this.#says() ? joined(this.#lines.map(({ text }) => text), " / ") : [{ type: "text", text: "–" }];
  }

  /** Text whose line ends count. */
  #setLines(node: Copied, as: Line["as"], marks: Marks): void {
    for (const line of this.#wordsLeft(node, marks).split(/\r?\n/)) {
      this.#close(as);
      add(this.#open.text, line.replace(/\s+/g, " "), marks);
    }
    this.#close(as);
  }
}

/** The cells of a table row by row, with the marks they stand in. */
function rowsOf(part: Copied, marks: Marks): { cell: Copied; marks: Marks }[][] {
  return part.children.filter((child) => !isUnseen(child)).flatMap((child) => {
    const own = marksOf(child, marks);
    if (/^t(?:head|body|foot)$/.test(child.name)) return rowsOf(child, own);
    if (child.name !== "tr") return [];
    const cells = child.children.filter((cell) => (cell.name === "td" || cell.name === "th") && !isUnseen(cell));
    return [cells.map((cell) => ({ cell, marks: marksOf(cell, { ...own, bold: cell.name === "th" || own.bold }) }))];
  });
}

/** Texts as one, with the sign where they meet. */
function joined(texts: readonly Inline[][], sign: string): Inline[] {
  const whole: Inline[] = [];
  texts.forEach((text, index) => {
    if (index > 0) add(whole, sign, NONE);
    whole.push(...text);
  });
  return whole;
}

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

function add(text: Inline[], words: string, { bold, italic }: Omit<Marks, "struck">): void {
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
