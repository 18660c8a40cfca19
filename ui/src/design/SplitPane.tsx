import { useState, type ReactNode } from "react";
import { keep, recall } from "../lib/remember";
import { classes } from "./classes";
import styles from "./SplitPane.module.css";

const STEP = 16;

/** Two regions with a line between them that drags, or moves with the arrow keys. `id` remembers the width. */
export function SplitPane({ id, label, pane, children, side = "start", initial, min = 200, max = 640 }: {
  id: string;
  /** Names the line: "Width of the list". */
  label: string;
  /** The region of fixed width. */
  pane: ReactNode;
  /** The region that takes the rest. */
  children: ReactNode;
  side?: "start" | "end";
  initial: number;
  min?: number;
  max?: number;
}) {
  const [width, setWidth] = useState(() => recall(`width.${id}`, initial));
  const clamped = Math.min(max, Math.max(min, width));
  const settle = (next: number) => {
    const rounded = Math.round(Math.min(max, Math.max(min, next)));
    setWidth(rounded);
    keep(`width.${id}`, rounded);
  };
  const grow = side === "start" ? 1 : -1;
  const separator = (
    // A separator that can be moved is a control (ARIA 1.2, window splitter).
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      className={styles["line"]}
      role="separator"
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={clamped}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={(event) => {
        const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        settle(clamped + by * grow);
      }}
      onDoubleClick={() => settle(initial)}
      onPointerDown={(event) => {
        const start = event.clientX;
        const line = event.currentTarget;
        line.setPointerCapture(event.pointerId);
        const onMove = (move: PointerEvent) => settle(clamped + (move.clientX - start) * grow);
        line.addEventListener("pointermove", onMove);
        line.addEventListener("lostpointercapture", () => line.removeEventListener("pointermove", onMove), { once: true });
      }}
    />
  );
  const fixed = <div className={styles["pane"]} style={{ width: clamped }}>{pane}</div>;
  return (
    <div className={classes(styles["split"], styles[side])}>
      {side === "start" && fixed}
      {side === "start" && separator}
      <div className={styles["rest"]}>{children}</div>
      {side === "end" && separator}
      {side === "end" && fixed}
    </div>
  );
}
