import { isMac, spell } from "../../lib/keys";
import { caretAtPoint, lastView } from "./fields";
import type { NoteStore } from "./noteStore";
import { leadBefore, leadTo } from "./useOpenNote";

/** Keys that lead far: to the beginning and the end of the note, though each text is a field of its own, and on by a page. */
export function answerFarKey(event: React.KeyboardEvent<HTMLElement>, store: NoteStore): void {
  const { currentTarget: editor, target } = event;
  const isInField = target instanceof Element && target.matches("[data-note-field]");
  if (event.defaultPrevented || event.nativeEvent.isComposing || !(isInField || (target instanceof Element && target.matches("[data-block]")))) return;
  const key = spell(event.nativeEvent);
  const { blocks } = store.get();
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (key === KEYS.beginning && first !== undefined) {
    leadBefore(first.id);
    editor.scrollTop = 0;
  } else if (key === KEYS.end && last !== undefined) {
    const end = leadTo(last.id);
    // The way there leads past parts whose height is only guessed until they are drawn.
    requestAnimationFrame(() => end?.scrollIntoView({ block: "nearest" }));
  } else if ((key === "PageUp" || key === "PageDown") && isInField) turnPage(editor, key === "PageUp" ? -1 : 1);
  else return;
  event.preventDefault();
}

const KEYS = isMac ? { beginning: "Ctrl ↑", end: "Ctrl ↓" } : { beginning: "Ctrl Home", end: "Ctrl End" };

/** Scrolls by what is seen, and leads the caret to where it then stands on the screen; past the ends, as far as there are words. */
function turnPage(editor: HTMLElement, direction: -1 | 1): void {
  const view = lastView();
  if (view === undefined) return;
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.head);
  const seen = editor.getBoundingClientRect();
  const before = editor.scrollTop;
  const by = direction * (editor.clientHeight - OVERLAP);
  editor.scrollTop += by;
  const wanted = (top + bottom) / 2 + by - (editor.scrollTop - before);
  const line = Math.min(Math.max(wanted, seen.top + LINE), seen.bottom - LINE);
  lead(editor, left, line, direction);
}

/** Leads the caret to the words nearest to a point; what has only just come into sight is there with one of the next frames. */
function lead(editor: HTMLElement, left: number, top: number, direction: -1 | 1, tries = 3): void {
  requestAnimationFrame(() => {
    const { left: edge, width } = editor.getBoundingClientRect();
    // Between two blocks and beside one there is nothing: what is near is meant, first on the way that was gone.
    const rows = Array.from({ length: Math.ceil(editor.clientHeight / STEP) }, (_, step) => [top + direction * step * STEP, top - direction * step * STEP]).flat();
    const isFound = rows.some((row) => caretAtPoint(editor, left, row) || caretAtPoint(editor, edge + width / 2, row));
    if (!isFound && tries > 0) lead(editor, left, top, direction, tries - 1);
  });
}

/** What stays in sight of the page before, in pixels; how near to the edge the caret comes; how closely it is looked for words. */
const OVERLAP = 64;
const LINE = 16;
const STEP = 8;
