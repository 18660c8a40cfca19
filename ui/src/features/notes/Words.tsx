import type { WordRun } from "../../api/generated";
import { t } from "../../i18n";
import styles from "./Words.module.css";

/** A text with all that came and went. */
export const joined = (runs: readonly WordRun[]): string => runs.map(({ text }) => text).join("");

/** What became of a text. Words that came are underlined, words that went are struck; both are also said. */
export function Words({ runs }: { runs: readonly WordRun[] }) {
  return runs.map(({ stands, text }, at) => {
    // They never change while they are shown.
    if (stands === "now") return <ins key={at} className={styles["came"]}><span className="sr">{t("notes.compare.came")}</span>{text}</ins>;
    if (stands === "then") return <del key={at} className={styles["went"]}><span className="sr">{t("notes.compare.went")}</span>{text}</del>;
    return text;
  });
}
