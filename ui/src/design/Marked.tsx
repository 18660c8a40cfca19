import { cutAtMatch } from "../lib/match";
import styles from "./Marked.module.css";

/** A text with the sought part underlined. */
export function Marked({ text, sought }: { text: string; sought: string }) {
  const parts = cutAtMatch(text, sought);
  if (parts === undefined) return text;
  return (
    <span>
      {parts[0]}
      <mark className={styles["mark"]}>{parts[1]}</mark>
      {parts[2]}
    </span>
  );
}
