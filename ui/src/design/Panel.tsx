import type { ReactNode } from "react";
import styles from "./Panel.module.css";

/** The right-hand panel: a bar, what it shows, and the acts at its foot. */
export function Panel({ label, bar, children, foot }: { label: string; bar?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <aside className={styles["panel"]} aria-label={label}>
      {bar}
      <div className={styles["body"]}>{children}</div>
      {foot !== undefined && <footer className={styles["foot"]}>{foot}</footer>}
    </aside>
  );
}
