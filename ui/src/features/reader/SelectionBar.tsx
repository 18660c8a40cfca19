import { Button } from "../../design/Button";
import { t } from "../../i18n";
import styles from "./SelectionBar.module.css";

/** What can be done with the selected passage, for those who came by pointer. */
export function SelectionBar({ words, onKeep, onTag, onMemo }: { words: number; onKeep: () => void; onTag: () => void; onMemo: () => void }) {
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={t("reader.bar.label")}>
      <Button size="small" keys="E" onPress={onKeep}>{t("reader.bar.keep")}</Button>
      <Button size="small" keys="T" onPress={onTag}>{t("reader.bar.tag")}</Button>
      <Button size="small" look="quiet" keys="M" onPress={onMemo}>{t("reader.bar.memo")}</Button>
      <span className="grow" />
      <span className={styles["count"]}>{t("reader.words", { count: words })}</span>
    </div>
  );
}
