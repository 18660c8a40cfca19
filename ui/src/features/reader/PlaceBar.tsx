import { Button } from "../../design/Button";
import { t } from "../../i18n";
import styles from "./SelectionBar.module.css";

/** Beside the selection while an orphan is being placed: here it stands now. */
export function PlaceBar({ onPlace, onClose }: { onPlace: () => void; onClose: () => void }) {
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={t("reader.place.label")}>
      <Button size="small" look="primary" keys="P" onPress={onPlace}>{t("reader.place.here")}</Button>
      <Button size="small" look="quiet" keys="Esc" onPress={onClose}>{t("common.cancel")}</Button>
    </div>
  );
}
