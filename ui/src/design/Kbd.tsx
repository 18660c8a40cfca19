import { isMac, useAllowedKeys } from "../lib/keys";
import styles from "./Kbd.module.css";

/** A key cap. `keys` is spelt as in the shortcut registry, such as `Ctrl K`. There is none for a key that is switched off. */
export function Kbd({ keys, always = false }: {
  keys: string;
  /** What takes the key is no shortcut of the window, but a field or the like that has the focus. */
  always?: boolean;
}) {
  const isAllowed = useAllowedKeys();
  if (!always && !isAllowed(keys)) return null;
  return <kbd className={styles["kbd"]}>{isMac ? keys.replace("Ctrl", "⌘").replace("Shift", "⇧").replace("Alt", "⌥") : keys}</kbd>;
}
