import { Kbd } from "../../design/Kbd";
import { t, tr } from "../../i18n";
import styles from "./Start.module.css";

/** What comes after the first document. */
export function ThreeSteps() {
  return (
    <ol className={styles["then"]} aria-label={t("start.after")}>
      <li><b>1&ensp;{t("start.keep")}</b><p>{tr("start.keepText", { act: <>{t("reader.bar.keep")} <Kbd keys="E" /></> })}</p></li>
      <li><b>2&ensp;{t("start.tag")}</b><p>{tr("start.tagText", { act: <>{t("reader.bar.tag")} <Kbd keys="T" /></> })}</p></li>
      <li><b>3&ensp;{t("start.brief")}</b><p>{t("start.briefText")}</p></li>
    </ol>
  );
}

/** The two things worth knowing from the start. */
export function StartFoot() {
  return (
    <footer className={styles["foot"]}>
      <span>{t("start.notSaved")}</span>
      <span className="grow" />
      <span>{t("shell.noNetwork")}</span>
    </footer>
  );
}
