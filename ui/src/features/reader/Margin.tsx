import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import styles from "./Margin.module.css";

export interface MarginItem {
  /** The excerpt it stands beside. */
  id: string;
  /** Its words can no longer be found: it stands at the head of the margin. */
  isOrphan: boolean;
  card: ReactNode;
}

const GAP = 12;

/** The cards beside the text, each at the height of its passage, pushed down where two would meet. */
export function Margin({ label, items, sheet }: { label: string; items: readonly MarginItem[]; sheet: RefObject<HTMLElement | null> }) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cards = layer.current;
    const text = sheet.current;
    if (cards === null || text === null) return;
    const place = () => {
      const top = text.getBoundingClientRect().top;
      let free = 0;
      for (const card of cards.querySelectorAll<HTMLElement>(":scope > [data-for]")) {
        const passage = text.querySelector(`[data-begins~="${CSS.escape(card.dataset["for"] ?? "")}"]`);
        // In a very long text only what is in view is drawn; the cards of the rest wait with it. Orphans stand first.
        card.hidden = passage === null && card.dataset["orphan"] === undefined;
        if (card.hidden) continue;
        const wanted = (passage?.getClientRects()[0]?.top ?? top) - top + 2;
        const at = Math.max(free, wanted);
        card.style.top = `${String(at)}px`;
        free = at + card.offsetHeight + GAP;
      }
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(text);
    for (const card of cards.children) observer.observe(card);
    const redrawn = new MutationObserver(place);
    redrawn.observe(text, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      redrawn.disconnect();
    };
  }, [items, sheet]);
  return (
    <div className={styles["layer"]} role="list" aria-label={label} ref={layer}>
      {items.map((item) => (
        <div key={item.id} data-for={item.id} data-orphan={item.isOrphan ? "" : undefined} role="listitem" className={styles["place"]}>{item.card}</div>
      ))}
    </div>
  );
}
