import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { isOwn } from "./copied";
import type { Line } from "./pasted";
import type { Copied } from "./copiedNode";
import { takenFrom, type Taken } from "./pastedHtml";
import { linesOfText } from "./pastedText";

/** More letters than these, marks among them, are not taken apart: it would stop the window. */
const MOST = 20_000_000;
/** More lines, or letters, than these are a document to read and not a part of a note. */
const MOST_LINES = 3000;
const MOST_LETTERS = 1_000_000;
const DEEPEST = 2000;

/** The lines on the clipboard; undefined if it is this editor's own, or if there is nothing to take. */
export function pastedLines(data: DataTransfer | null): Line[] | "refused" | undefined {
  const html = data?.getData("text/html") ?? "";
  const plain = data?.getData("text/plain") ?? "";
  if (isOwn(html) || (html === "" && plain === "")) return undefined;
  const taken = html !== "" && html.length <= MOST ? takenFrom(copiedFrom(new DOMParser().parseFromString(html, "text/html").body, 0)) : undefined;
  // What the words alone say holds what was struck out too.
  const lines = taken === undefined || (taken.lines.length === 0 && !taken.struck) ? linesOfText(plain) : taken.lines;
  const isEmpty = html.length > MOST && lines.length === 0;
  if (isEmpty || lines.length > MOST_LINES || lettersOf(lines) > MOST_LETTERS) {
    toast({ text: lines.length > MOST_LINES ? t("notes.paste.tooMany", { count: lines.length }) : t("notes.paste.tooLong") });
    return "refused";
  }
  const left = leftOut(taken, html.length > MOST);
  if (left.length > 0) toast({ text: left.join(" ") });
  return lines;
}

/** What did not come along as it was, a sentence each. */
function leftOut(taken: Taken | undefined, isTooLarge: boolean): string[] {
  const { pictures = 0, tables = 0, struck = false } = taken ?? {};
  return [
    ...(isTooLarge ? [t("notes.paste.wordsOnly")] : []),
    ...(struck ? [t("notes.paste.struck")] : []),
    ...(pictures > 0 ? [t("notes.paste.pictures", { count: pictures })] : []),
    ...(tables > 0 ? [t("notes.paste.tables", { count: tables })] : []),
  ];
}

const lettersOf = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.reduce((all, inline) => all + ("text" in inline ? inline.text.length : 0), 0), 0);

/** The tree without the document: it runs nothing, loads nothing and is thrown away. */
function copiedFrom(node: Node, depth: number): Copied {
  const element = node instanceof Element ? node : undefined;
  const children = depth > DEEPEST ? [] : [...node.childNodes].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE || nodeType === Node.TEXT_NODE);
  return {
    name: element?.localName ?? "#text",
    text: element === undefined ? (node.textContent ?? "") : "",
    style: element?.getAttribute("style") ?? "",
    kind: element?.className.toString() ?? "",
    id: element?.id ?? "",
    href: element?.getAttribute("href") ?? "",
    children: element === undefined ? [] : children.map((child) => copiedFrom(child, depth + 1)),
  };
}
