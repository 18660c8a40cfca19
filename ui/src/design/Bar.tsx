import type { ReactNode } from "react";
import { useAllowedKeys } from "../lib/keys";
import { classes } from "./classes";
import { Kbd } from "./Kbd";
import styles from "./Bar.module.css";

/** The bar at the head of a place or panel: a title, a count, then what can be done. */
export function Bar({ title, count, children, level = 2, second = false, className }: {
  title?: string | undefined;
  count?: number | string | undefined;
  children?: ReactNode;
  level?: 1 | 2;
  /** The lower bar beneath the first, with sorts and filters. */
  second?: boolean;
  /** What this bar does otherwise, such as where its pane has little room. */
  className?: string | undefined;
}) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={classes(styles["bar"], second && styles["second"], className)}>
      {title !== undefined && <Heading>{title}</Heading>}
      {count !== undefined && <span className={styles["count"]}>{count}</span>}
      {children}
    </div>
  );
}

/** The line at the foot of a place with the keys that work there, and a fact at its end. */
export function KeyBar({ keys, children }: { keys: readonly { keys: readonly string[]; label: string }[]; children?: ReactNode }) {
  const isAllowed = useAllowedKeys();
  return (
    <div className={styles["keys"]}>
      {keys.filter((entry) => entry.keys.some(isAllowed)).map((entry) => (
        <span key={entry.label}>
          {entry.keys.map((key) => <Kbd key={key} keys={key} />)}
          {entry.label}
        </span>
      ))}
      <span className="grow" />
      {children}
    </div>
  );
}
