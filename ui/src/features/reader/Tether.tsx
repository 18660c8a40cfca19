import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import styles from "./Tether.module.css";

/** How far below its upper edge the card looks at the passage. */
const HEAD = 63;
const EDGE = 16;

/** The first line of the selected passage, to the end of the words that stand on it. */
function firstLine(sheet: HTMLElement | null): { top: number; right: number; height: number } | undefined {
  const run = sheet?.querySelector("[data-selected]");
  const first = run?.getClientRects()[0];
  const paragraph = run?.closest("[data-para]");
  if (first === undefined) return undefined;
  // On a page as it looks, the line begins at the page's edge and crosses no words.
  const page = run?.closest("[data-page-from]");
  if (page != null) return { top: first.top, right: page.getBoundingClientRect().right, height: first.height };
  if (paragraph == null) return undefined;
  const words = document.createRange();
  words.selectNodeContents(paragraph);
  const onLine = [...words.getClientRects()].filter((rect) => Math.abs(rect.top - first.top) < first.height / 2);
  return { top: first.top, right: Math.max(...onLine.map((rect) => rect.right)), height: first.height };
}

/** Holds a card in the margin beside the selected passage, within sight, and draws the line between the two. */
export function Tether({ scroller, sheet, anchor, children }: {
  scroller: RefObject<HTMLElement | null>;
  sheet: RefObject<HTMLElement | null>;
  /** Changes when the passage does. */
  anchor: number;
  children: ReactNode;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = holder.current;
    const view = scroller.current;
    if (box === null || view === null) return;
    const place = () => {
      const passage = firstLine(sheet.current);
      const column = box.offsetParent?.getBoundingClientRect();
      if (passage === undefined || column === undefined) return;
      const seen = view.getBoundingClientRect();
      const middle = passage.top + passage.height / 2 - column.top;
      const lowest = seen.bottom - column.top - box.offsetHeight - EDGE;
      const top = Math.max(seen.top - column.top + EDGE / 2, Math.min(middle - Math.min(HEAD, box.offsetHeight / 2), lowest));
      box.style.top = `${String(Math.round(top))}px`;
      if (line.current === null) return;
      const reach = column.left - passage.right;
      const at = middle - top;
      line.current.hidden = reach <= 4 || at < 4 || at > box.offsetHeight - 4;
      line.current.style.top = `${String(Math.round(at))}px`;
      line.current.style.width = `${String(Math.max(0, Math.round(reach) - 4))}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(box);
    observer.observe(view);
    view.addEventListener("scroll", place, { passive: true });
    // On a page as it looks, the passage is marked a moment after it was selected.
    const marked = new MutationObserver(place);
    if (sheet.current !== null) marked.observe(sheet.current, { childList: true, subtree: true, attributeFilter: ["data-selected"] });
    return () => {
      observer.disconnect();
      marked.disconnect();
      view.removeEventListener("scroll", place);
    };
    // A new card has another height: placed only once its size is observed, it would jump from under the pointer.
  }, [anchor, children, scroller, sheet]);
  return (
    <div className={styles["holder"]} ref={holder}>
      <div className={styles["line"]} ref={line} aria-hidden="true" />
      {children}
    </div>
  );
}
