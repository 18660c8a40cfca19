import { Button } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { t } from "../../i18n";
import styles from "./SelectionBar.module.css";

/** Beside words on a page that are not found in the text: they can be kept with their page, and nothing is guessed. */
export function UnplacedBar({ page, onKeep, onClose }: { page: number; onKeep: () => void; onClose: () => void }) {
  return (
    <div className={styles["unplaced"]} role="group" aria-label={t("reader.pages.unplacedLabel")}>
      <Notice kind="warning">{t("reader.pages.unplaced")}</Notice>
      <div className="row">
        <Button size="small" keys="E" onPress={onKeep}>{t("reader.pages.keepOnPage", { page })}</Button>
        <Button size="small" look="quiet" keys="Esc" onPress={onClose}>{t("common.cancel")}</Button>
      </div>
    </div>
  );
}
