import { useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { DossierSettings } from "./DossierSettings";
import { ProgramSettings } from "./ProgramSettings";
import styles from "./SettingsView.module.css";

/** What one sets once: for the program, and for the dossier that is open. */
export function SettingsView() {
  const settings = useRead("settings_get", {});
  const app = useRead("app_state", {});
  return (
    <section className={styles["view"]} aria-label={t("settings.title")} tabIndex={-1} data-home="">
      <Bar title={t("settings.title")} level={1} />
      <div className={styles["scroller"]}>
        {settings.error !== null && <ErrorNotice problem={settings.error} />}
        {settings.data !== undefined && <ProgramSettings settings={settings.data} />}
        {app.data?.dossier != null && <DossierSettings dossier={app.data.dossier} />}
        <section className={styles["part"]}>
          <h2>{t("settings.never")}</h2>
          <ul className={styles["never"]}>
            <li>{t("settings.neverNetwork")}</li>
            <li>{t("settings.neverAi")}</li>
            <li>{t("settings.neverWords")}</li>
            <li>{t("settings.neverLose")}</li>
          </ul>
        </section>
      </div>
    </section>
  );
}
