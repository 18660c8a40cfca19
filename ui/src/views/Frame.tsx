import type { ReactNode } from "react";
import styles from "./Frame.module.css";
import { Rail } from "./Rail";

/** The frame every screen shares: top bar, rail, and the place one is in. */
export function Frame({ top, children, placesEnabled }: { top: ReactNode; children: ReactNode; placesEnabled: boolean }) {
  return (
    <div className={styles["app"]}>
      <header data-region className={styles["top"]}>{top}</header>
      <Rail isEnabled={placesEnabled} />
      <main className={styles["main"]} tabIndex={-1}>{children}</main>
    </div>
  );
}
