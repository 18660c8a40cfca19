import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { classes } from "./classes";
import { stepInGrid, type CellPlace } from "./gridSteps";
import styles from "./RowGrid.module.css";

/** What of a row can be gone to: its buttons, and a cell that says so where there is none. */
const STOPS = "button, [data-stop]";
const HEAD = 32;

/**
 * A table of any length whose rows hold buttons; only the rows in view are drawn, each as high as it needs.
 * One row is a stop for Tab. Arrows lead from row to row and from button to button, with Page, Home and End.
 */
export function RowGrid({ label, heads, columns, count, rowHeight, above, children }: {
  label: string;
  /** What stands over the columns, if anything does. */
  heads?: readonly string[];
  /** A class that lays out the cells of a row, and the heads over them. */
  columns?: string | undefined;
  count: number;
  /** The least height of a row, and what one is taken to have until it is drawn. */
  rowHeight: number;
  /** Scrolls with the rows, before them. */
  above?: ReactNode;
  /** The cells of a row, each with its role; `isStop` says whether Tab may come to their buttons. */
  children: (index: number, isStop: boolean) => ReactNode;
}) {
  "use no memo"; // The virtualizer answers differently each time it is asked; its answers must not be kept.
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<CellPlace | undefined>(undefined);
  const [before, setBefore] = useState(0);
  const [last, setLast] = useState(0);
  const stop = Math.min(last, count - 1);
  const head = heads === undefined ? 0 : HEAD;
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: before + head,
    // The row with the focus stays, or the focus would be lost with it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stop])].filter((index) => index >= 0).sort((one, other) => one - other),
  });

  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setBefore(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Where the keys lead, the focus follows, also to what was not drawn a moment ago.
  useEffect(() => {
    const want = wanted.current;
    const row = grid.current?.querySelector<HTMLElement>(`[data-index="${String(want?.row)}"]`);
    if (want === undefined || row === null || row === undefined) return;
    const stops = stopsOf(row);
    if (!stops.some((one) => one === document.activeElement)) (stops[Math.min(want.column, stops.length - 1)] ?? row).focus({ preventScroll: true });
    // Again when the rows before it have turned out higher, until somebody scrolls.
    row.scrollIntoView({ block: "nearest" });
  });
  const letGo = () => (wanted.current = undefined);

  const onKeyDown = (event: React.KeyboardEvent) => {
    letGo();
    if (event.altKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("[data-index]");
    if (row === null || !event.currentTarget.contains(row)) return;
    const stops = stopsOf(row);
    const at = { row: Number(row.dataset["index"]), column: Math.max(0, stops.findIndex((one) => one === event.target)) };
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / rowHeight) - 1);
    const step = stepInGrid(event.key, event.ctrlKey, at, { rows: count, first: 0, columns: Math.max(1, stops.length), page });
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    wanted.current = step;
    setLast(step.row);
    if (step.row === at.row) stops[step.column]?.focus({ preventScroll: true });
  };

  const first = heads === undefined ? 1 : 2;
  return (
    <div className={styles["scroller"]} ref={scroller} onWheel={letGo} onPointerDown={letGo} onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || letGo()}>
      {above !== undefined && <div ref={watch}>{above}</div>}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={count + first - 1}
        className={styles["grid"]}
        style={{ height: virtual.getTotalSize() + head }}
        // A button that opens a menu takes the arrows for it otherwise.
        onKeyDownCapture={onKeyDown}
      >
        {heads !== undefined && (
          <div role="row" aria-rowindex={1} className={classes(styles["head"], columns)}>
            {heads.map((name) => <div key={name} role="columnheader">{name}</div>)}
          </div>
        )}
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            role="row"
            aria-rowindex={index + first}
            tabIndex={-1}
            className={classes(styles["row"], columns)}
            style={{ top: start - before, minHeight: rowHeight }}
            onFocus={() => setLast(index)}
          >
            {children(index, index === stop)}
          </div>
        ))}
      </div>
    </div>
  );
}

const stopsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(STOPS)];
