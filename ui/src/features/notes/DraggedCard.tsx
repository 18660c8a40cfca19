import { createPortal } from "react-dom";
import styles from "./DraggedCard.module.css";
import { useDragged } from "./dragging";

/** The card under the pointer, and the line where it would be put in. */
export function DraggedCard() {
  const dragged = useDragged();
  if (dragged === undefined) return null;
  const place = dragged.over === undefined ? undefined : document.querySelector(`[data-block="${dragged.over}"]`)?.getBoundingClientRect();
  return createPortal(
    <div aria-hidden="true">
      {place !== undefined && <div className={styles["line"]} style={{ left: place.left, top: place.bottom + 3, width: place.width }} />}
      <div className={styles["card"]} style={{ left: dragged.x + 12, top: dragged.y + 12 }}><p dir="auto">{dragged.words}</p></div>
    </div>,
    document.body,
  );
}
