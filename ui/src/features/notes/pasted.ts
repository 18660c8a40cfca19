import type { Body, Inline } from "../../api/generated";

// What comes from Word, Outlook and the web: its structure and its bold and italic stay, its styling goes. Works on a plain tree,
// so that nothing of what was copied is ever put into a document.

/** A node of what was copied: an element by its name, or words under the name "#text". */
export interface Copied {
  name: string;
  text: string;
  style: string;
  kind: string;
  href: string;
  children: readonly Copied[];
}

/** A line of it: a paragraph, a point of a list, a heading. */
export interface Line {
  as: "paragraph" | "item" | "heading" | "subheading" | "quote";
  text: Inline[];
}

interface Marks {
  bold: boolean;
  italic: boolean;
}

const SKIPPED = new Set(["script", "style", "head", "title", "meta", "link", "template", "svg", "math", "object", "iframe", "noscript", "textarea", "select", "button"]);
const BLOCKS = new Set(["p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "pre", "figure", "figcaption", "hr", "address", "form", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html"]);
const LINK = /^(https?:|mailto:)/i;

/** The lines of what was copied. */
export function linesOf(root: Copied): Line[] {
  const lines: Line[] = [];
  let open: Line = { as: "paragraph", text: [] };
  const close = (next: Line["as"]) => {
    const text = trimmed(open.text);
    if (text.length > 0) lines.push({ ...open, text });
    open = { as: next, text: [] };
  };
  const walk = (node: Copied, as: Line["as"], marks: Marks): void => {
    if (node.name === "#text") {
      add(open.text, node.text.replace(/\s+/g, " "), marks);
      return;
    }
    // Word writes the sign of a list's point as words of their own, and a note's number as a link.
    if (SKIPPED.has(node.name) || /mso-list:\s*ignore|display:\s*none/i.test(node.style) || /MsoFootnoteReference/.test(node.kind)) return;
    if (node.name === "br") {
      close(as);
      return;
    }
    if (node.name === "a" && LINK.test(node.href)) {
      const words = wordsOf(node).trim();
      if (words !== "") open.text.push({ type: "link", url: node.href, text: words });
      return;
    }
    if (node.name === "tr") {
      close("item");
      node.children.filter(({ name }) => name === "td" || name === "th").forEach((cell, index) => {
        if (index > 0) add(open.text, "; ", { bold: false, italic: false });
        add(open.text, wordsOf(cell).replace(/\s+/g, " ").trim(), { bold: cell.name === "th", italic: false });
      });
      close(as);
      return;
    }
    const now = marksOf(node, marks);
    if (!BLOCKS.has(node.name)) {
      node.children.forEach((child) => walk(child, as, now));
      return;
    }
    const inner = shapeOf(node, as);
    close(inner);
    node.children.forEach((child) => walk(child, inner, now));
    close(as);
  };
  walk(root, "paragraph", { bold: false, italic: false });
  close("paragraph");
  return lines;
}

function shapeOf({ name, kind }: Copied, as: Line["as"]): Line["as"] {
  if (name === "h1" || name === "h2") return "heading";
  if (/^h[3-6]$/.test(name)) return "subheading";
  if (name === "li" || /MsoListParagraph/.test(kind)) return "item";
  if (/MsoHeading[12]|MsoTitle/.test(kind)) return "heading";
  return name === "blockquote" ? "quote" : as;
}

function marksOf({ name, style }: Copied, { bold, italic }: Marks): Marks {
  const weight = /font-weight:\s*(bold|bolder|normal|\d+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /font-style:\s*(italic|oblique|normal)/i.exec(style)?.[1]?.toLowerCase();
  const isHeading = /^h[1-6]$/.test(name);
  return {
    // A heading is strong by being one.
    bold: isHeading ? false : weight === undefined ? bold || name === "b" || name === "strong" : weight.startsWith("bold") || Number(weight) >= 600,
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

const POINT = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s+/;

/** The lines of plain text: paragraphs by empty lines where there are any, else by line. */
export function linesOfText(plain: string): Line[] {
  const text = plain.replace(/\r\n?/g, "\n").trim();
  const parts = /\n[ \t]*\n/.test(text) ? text.split(/\n[ \t]*\n/) : text.split("\n");
  return parts.flatMap((part): Line[] => {
    const lines = part.split("\n").filter((line) => line.trim() !== "");
    if (lines.length > 0 && lines.every((line) => POINT.test(line))) return lines.map((line) => ({ as: "item", text: words(line.replace(POINT, "").trim()) }));
    const joined = lines.map((line) => line.trim()).join(" ");
    return joined === "" ? [] : [{ as: "paragraph", text: words(joined) }];
  });
}

const words = (text: string): Inline[] => [{ type: "text", text }];

/** The blocks these lines make; paragraphs have the level of where they are put. */
export function bodiesOf(lines: readonly Line[], level: number): Body[] {
  const bodies: Body[] = [];
  for (const { as, text } of lines) {
    const last = bodies.at(-1);
    if (as === "item" && last?.kind === "bullets") last.items.push(text);
    else if (as === "item") bodies.push({ kind: "bullets", items: [text] });
    else if (as === "paragraph" || as === "quote") bodies.push({ kind: "paragraph", level: as === "quote" ? 0 : level, lead: [], text });
    else bodies.push({ kind: "heading", level: as === "heading" ? 1 : 2, text });
  }
  return bodies;
}
