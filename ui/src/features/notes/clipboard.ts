import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { linesOf, linesOfText, type Copied, type Line } from "./pasted";

/** More than this nobody means to put into a note, and taking it apart would stop the window. */
const MOST = 5_000_000;
const DEEPEST = 2000;

/** The lines on the clipboard; undefined if it is this editor's own, or if there is nothing to take. */
export function pastedLines(data: DataTransfer | null): Line[] | "refused" | undefined {
  const html = data?.getData("text/html") ?? "";
  const plain = data?.getData("text/plain") ?? "";
  if (html.includes("data-pm-slice") || (html === "" && plain === "")) return undefined;
  if (html.length > MOST && plain.length > MOST) {
    toast({ text: t("notes.paste.tooLarge", { size: Math.round(plain.length / 1_000_000) }) });
    return "refused";
  }
  // A page too large to take apart still has its words.
  if (html === "" || html.length > MOST) return linesOfText(plain);
  const lines = linesOf(copiedFrom(new DOMParser().parseFromString(html, "text/html").body, 0));
  return lines.length === 0 ? linesOfText(plain) : lines;
}

/** The tree without the document: it runs nothing, loads nothing and is thrown away. */
function copiedFrom(node: Node, depth: number): Copied {
  const element = node instanceof Element ? node : undefined;
  const children = depth > DEEPEST ? [] : [...node.childNodes].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE || nodeType === Node.TEXT_NODE);
  return {
    name: element?.localName ?? "#text",
    text: element === undefined ? (node.textContent ?? "") : "",
    style: element?.getAttribute("style") ?? "",
    kind: element?.className.toString() ?? "",
    href: element?.getAttribute("href") ?? "",
    children: element === undefined ? [] : children.map((child) => copiedFrom(child, depth + 1)),
  };
}
