import { isMac } from "../lib/keys";
import styles from "./Kbd.module.css";

/** A key cap. `keys` is spelt as in the shortcut registry, such as `Ctrl K`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles["kbd"]}>{isMac ? keys.replace("Ctrl", "⌘").replace("Shift", "⇧").replace("Alt", "⌥") : keys}</kbd>;
}
