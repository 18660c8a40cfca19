import type { BlockId } from "../../api/generated";
import { createStore, useStore } from "../../lib/store";

// A card of the tray on its way into the note. By pointer events: the shell keeps the browser's own dragging for files.

export interface Dragged {
  words: string;
  x: number;
  y: number;
  /** The block it would come after. */
  over: BlockId | undefined;
}

const dragged = createStore<Dragged | undefined>(undefined);

export const useDragged = (): Dragged | undefined => useStore(dragged);

/** So far, in pixels, a press may move before it is a drag. */
const SLACK = 6;

/** Follows the pointer from a press on; `drop` is told after which block it was let go. Esc calls it off. */
export function follow(pressed: { clientX: number; clientY: number; pointerType: string; button: number }, words: string, drop: (after: BlockId) => void): void {
  // A finger scrolls the list.
  if (pressed.pointerType === "touch" || pressed.button !== 0) return;
  const end = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", end);
    window.removeEventListener("keydown", key, true);
    dragged.set(undefined);
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (dragged.get() === undefined && Math.hypot(x - pressed.clientX, y - pressed.clientY) < SLACK) return;
    document.getSelection()?.removeAllRanges();
    dragged.set({ words, x, y, over: blockAt(x, y) });
  };
  const up = ({ clientX: x, clientY: y }: PointerEvent) => {
    const over = dragged.get() === undefined ? undefined : blockAt(x, y);
    end();
    if (over !== undefined) drop(over);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", end);
  window.addEventListener("keydown", key, true);
}

/** The widest gap between two blocks, in pixels. */
const GAP = 24;

/** The block under the pointer, or the one above the gap or the empty end that it is over. */
function blockAt(x: number, y: number): BlockId | undefined {
  const editor = document.elementFromPoint(x, y)?.closest("[data-blocks]");
  if (editor == null) return undefined;
  // At its edges there is nothing but the editor: what stands beside them is meant.
  const { left, width } = editor.getBoundingClientRect();
  const under = (down: number) => document.elementFromPoint(left + width / 2, y + down)?.closest<HTMLElement>("[data-block]")?.dataset["block"];
  const last = [...editor.querySelectorAll<HTMLElement>("[data-block]")].at(-1);
  const isBelow = last !== undefined && y > last.getBoundingClientRect().bottom;
  return under(0) ?? under(-GAP / 2) ?? under(-GAP) ?? under(GAP) ?? (isBelow ? last.dataset["block"] : undefined);
}
