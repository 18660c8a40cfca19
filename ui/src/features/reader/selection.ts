import { trimmed, type Stretch } from "../../lib/text";

/** Where a point of the page lies in the source's text (UTF-16), by the paragraph that holds it. */
function positionOf(sheet: HTMLElement, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-para]");
  if (paragraph !== undefined && paragraph !== null && sheet.contains(paragraph)) {
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset["para"]) + before.toString().length;
  }
  // Between paragraphs, as a triple press leaves it: the end of the last paragraph that lies before the point.
  const point = document.createRange();
  point.setStart(node, offset);
  let last: HTMLElement | undefined;
  for (const each of sheet.querySelectorAll<HTMLElement>("[data-para]")) {
    if (point.comparePoint(each, 0) >= 0) break;
    last = each;
  }
  return last === undefined ? undefined : Number(last.dataset["para"]) + last.textContent.length;
}

/** What is selected by the pointer in the sheet, as a stretch of the source's text without the spaces at its ends. */
export function selectedStretch(sheet: HTMLElement, text: string): Stretch | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.commonAncestorContainer)) return undefined;
  const start = positionOf(sheet, range.startContainer, range.startOffset);
  const end = positionOf(sheet, range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || end <= start) return undefined;
  const stretch = trimmed(text, wholeCharacters(text, { start, end }));
  return stretch.end > stretch.start ? stretch : undefined;
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Widens a stretch so that no combined character, such as a flag or an accented letter, is cut in two. */
export function wholeCharacters(text: string, stretch: Stretch): Stretch {
  const near = (at: number) => {
    const from = Math.max(0, at - 64);
    const window = text.slice(from, at + 64);
    return GRAPHEMES.segment(window).containing(at - from);
  };
  const first = near(stretch.start);
  const start = first === undefined ? stretch.start : Math.max(0, stretch.start - 64) + first.index;
  const last = near(stretch.end);
  const base = Math.max(0, stretch.end - 64);
  const cut = last !== undefined && base + last.index < stretch.end;
  return { start, end: cut ? base + last.index + last.segment.length : stretch.end };
}
