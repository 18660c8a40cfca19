import { cutAtMatches } from "../lib/match";
import styles from "./Marked.module.css";

/** A text with the sought parts underlined. */
export function Marked({ text, sought }: { text: string; sought: string }) {
  const pieces = cutAtMatches(text, sought);
  return <bdi>{pieces.map((piece, index) => (index % 2 === 0 ? piece : <mark key={index} className={styles["mark"]}>{piece}</mark>))}</bdi>;
}
