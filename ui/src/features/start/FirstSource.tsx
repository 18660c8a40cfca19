import { Button } from "../../design/Button";
import { t } from "../../i18n";
import { DropCard } from "./DropCard";
import styles from "./Start.module.css";
import { StartFoot, ThreeSteps } from "./ThreeSteps";

/** A dossier without a source: the one next step, the sample as the second way in, and what comes after. */
export function FirstSource({ onChoose, onPaste, onSample }: { onChoose: () => void; onPaste: () => void; onSample: () => void }) {
  return (
    <>
      <div className={styles["scroller"]}>
        <div className={styles["first"]}>
          <div>
            <h1>{t("start.title")}</h1>
            <p className={styles["lead"]}>{t("start.lead")}</p>
          </div>
          <DropCard onChoose={onChoose} onPaste={onPaste} />
          <Sample onSample={onSample} />
          <ThreeSteps />
        </div>
      </div>
      <StartFoot />
    </>
  );
}

export function Sample({ onSample }: { onSample: () => void }) {
  return (
    <section className={styles["sample"]}>
      <div className="grow">
        <b>{t("start.sample")}</b>
        <p className="muted">{t("start.sampleText")}</p>
      </div>
      <Button size="large" onPress={onSample}>{t("start.openSample")}</Button>
    </section>
  );
}
