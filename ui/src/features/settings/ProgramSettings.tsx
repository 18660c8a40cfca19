import type { Settings } from "../../api/generated";
import { useAct } from "../../api/query";
import { Checkbox, Radios } from "../../design/Checkbox";
import { CommitField } from "../../design/CommitField";
import { ErrorNotice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { t } from "../../i18n";
import { WORDS } from "../../lib/locale";
import styles from "./SettingsView.module.css";

const THEMES = ["system", "light", "dark"] as const;
const PAPERS = ["a4", "letter"] as const;
const LANGUAGES = ["en-GB", "en-US", "fr", "de", "es", "it", "nl", "pl", "pt", "uk"] as const;

/** Who one is, how the window looks, what new dossiers start with. Each change holds at once. */
export function ProgramSettings({ settings }: { settings: Settings }) {
  const putting = useAct("settings_put");
  const change = (part: Partial<Settings>) => putting.mutate({ ...settings, ...part });
  const languages = new Intl.DisplayNames(WORDS, { type: "language" });
  const known: readonly string[] = LANGUAGES.includes(settings.language as "fr") ? LANGUAGES : [settings.language, ...LANGUAGES];
  return (
    <>
      <section className={styles["part"]}>
        <h2>{t("settings.you")}</h2>
        <div className={styles["fields"]}>
          <CommitField label={t("settings.who")} help={t("settings.whoHelp")} value={settings.who} onCommit={(who) => change({ who })} />
          <CommitField label={t("settings.unit")} help={t("settings.unitHelp")} value={settings.unit ?? ""} onCommit={(unit) => change({ unit: unit === "" ? null : unit })} />
        </div>
      </section>
      <section className={styles["part"]}>
        <h2>{t("settings.window")}</h2>
        <Radios isRow label={t("settings.theme")} choices={THEMES.map((id) => ({ id, label: t(`settings.themes.${id}`) }))} value={settings.theme} onChange={(theme) => change({ theme })} />
        <div>
          <Checkbox isSelected={settings.single_letter_keys} onChange={(single_letter_keys) => change({ single_letter_keys })}>{t("settings.letters")}</Checkbox>
          <p className={styles["note"]}>{t("settings.lettersHelp")}</p>
        </div>
      </section>
      <section className={styles["part"]}>
        <h2>{t("settings.newDossiers")}</h2>
        <div className={styles["fields"]}>
          <Radios isRow label={t("settings.paper")} choices={PAPERS.map((id) => ({ id, label: t(`settings.papers.${id}`) }))} value={settings.paper} onChange={(paper) => change({ paper })} />
          <Select label={t("settings.language")} choices={known.map((id) => ({ id, label: languages.of(id) ?? id }))} value={settings.language} onChange={(language) => change({ language })} />
        </div>
        {putting.error !== null && <ErrorNotice problem={putting.error} />}
      </section>
    </>
  );
}
