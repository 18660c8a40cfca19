import { Button } from "../../design/Button";
import { Kbd } from "../../design/Kbd";
import { t, tr } from "../../i18n";
import styles from "./Start.module.css";

/** Where documents come in: drop, paste, choose. */
export function DropCard({ onChoose, onPaste }: { onChoose: () => void; onPaste: () => void }) {
  return (
    <section className={styles["drop"]} aria-label={t("start.addSource")}>
      <div>
        <h2>{t("start.drop")}</h2>
        <p>{tr("start.paste", { key: <Kbd keys="Ctrl V" /> })}</p>
      </div>
      <div className={styles["ways"]}>
        <Button data-home="" look="primary" size="large" icon="plus" keys="Ctrl O" onPress={onChoose}>{t("start.choose")}</Button>
        <Button size="large" icon="notes" onPress={onPaste}>{t("sources.paste")}</Button>
      </div>
      <p className={styles["formats"]}>{t("start.formats")}</p>
    </section>
  );
}
