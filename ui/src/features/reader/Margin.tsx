import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import styles from "./Margin.module.css";

export interface MarginItem {
  /** The excerpt it stands beside. */
  id: string;
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
        const wanted = passage === null ? free : passage.getClientRects()[0]?.top ?? top;
        const at = Math.max(free, passage === null ? free : wanted - top + 2);
        card.style.top = `${String(at)}px`;
        free = at + card.offsetHeight + GAP;
      }
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(text);
    for (const card of cards.children) observer.observe(card);
    return () => observer.disconnect();
  }, [items, sheet]);
  return (
    <div className={styles["layer"]} role="list" aria-label={label} ref={layer}>
      {items.map((item) => (
        <div key={item.id} data-for={item.id} role="listitem" className={styles["place"]}>{item.card}</div>
      ))}
    </div>
  );
}
