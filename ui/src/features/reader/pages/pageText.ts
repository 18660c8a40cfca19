import type { Stretch } from "../../../lib/text";

/** A page's words in one string, and where each run of letters stands in it. */
export interface PageText {
  text: string;
  runs: readonly Stretch[];
}

/** The words of a page, run after run, with its line ends. */
export function pageTextOf(runs: readonly { str: string; hasEOL: boolean }[]): PageText {
  let text = "";
  const stretches = runs.map(({ str, hasEOL }) => {
    const start = text.length;
    text += str;
    const end = text.length;
    if (hasEOL) text += "\n";
    return { start, end };
  });
  return { text, runs: stretches };
}

/** A page as it is drawn: its number, its words, and the element of each run. */
export interface DrawnPage extends PageText {
  page: number;
  spans: readonly HTMLElement[];
  /** What holds them, as large as the page. */
  layer: HTMLElement;
}

/** What of a page's words lies in the range that is selected in the window. */
export function selectedOn({ text, runs, spans }: DrawnPage, range: Range): Stretch | undefined {
  const touched = spans.flatMap((span, index) => (span.textContent !== "" && range.intersectsNode(span) ? [index] : []));
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = (runs[first]?.start ?? 0) + (spans[first]?.contains(range.startContainer) === true ? range.startOffset : 0);
  const end = spans[last]?.contains(range.endContainer) === true ? (runs[last]?.start ?? 0) + range.endOffset : (runs[last]?.end ?? 0);
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  const to = start + inside.trimEnd().length;
  return to > from ? { start: from, end: to } : undefined;
}

/** A rectangle on a page, in hundredths of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a stretch of a page's words is drawn: a box for each line. */
export function boxesOf({ runs, spans, layer }: DrawnPage, stretch: Stretch): Box[] {
  const page = layer.getBoundingClientRect();
  const boxes: Box[] = [];
  runs.forEach((run, index) => {
    const from = Math.max(run.start, stretch.start) - run.start;
    const to = Math.min(run.end, stretch.end) - run.start;
    const letters = spans[index]?.firstChild;
    if (to <= from || letters == null || !letters.isConnected) return;
    const range = document.createRange();
    range.setStart(letters, from);
    range.setEnd(letters, to);
    const { left, top, width, height } = range.getBoundingClientRect();
    boxes.push({
      left: (100 * (left - page.left)) / page.width,
      top: (100 * (top - page.top)) / page.height,
      width: (100 * width) / page.width,
      height: (100 * height) / page.height,
    });
  });
  return joinLines(boxes);
}

/** Boxes that stand beside one another on a line, as one. */
export function joinLines(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const before = joined.at(-1);
    const overlap = before === undefined ? 0 : Math.min(before.top + before.height, box.top + box.height) - Math.max(before.top, box.top);
    // The next may stand on either side, as the line is read.
    const gap = before === undefined ? Infinity : Math.max(box.left - (before.left + before.width), before.left - (box.left + box.width));
    if (before !== undefined && overlap > Math.min(before.height, box.height) / 2 && gap < 3 && gap > -1) {
      const top = Math.min(before.top, box.top);
      joined[joined.length - 1] = {
        left: Math.min(before.left, box.left),
        top,
        width: Math.max(before.left + before.width, box.left + box.width) - Math.min(before.left, box.left),
        height: Math.max(before.top + before.height, box.top + box.height) - top,
      };
    } else {
      joined.push(box);
    }
  }
  return joined;
}
