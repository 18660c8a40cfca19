import { useState } from "react";
import type { DossierFacts, MarkingScheme, OpenDossier } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Radios } from "../../design/Checkbox";
import { CommitField } from "../../design/CommitField";
import { ErrorNotice } from "../../design/Notice";
import { MarkingSelect } from "../../design/MarkingSelect";
import { Select } from "../../design/Select";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { Keeping } from "./Keeping";
import styles from "./SettingsView.module.css";

const SCHEMES = ["uk", "eu", "nato", "canada", "tlp", "us", "own"] as const;
const PAPERS = ["a4", "letter"] as const;

const schemeOf = (name: (typeof SCHEMES)[number], labels: string[]): MarkingScheme => (name === "own" ? { scheme: name, labels } : { scheme: name });

/** What the open dossier says of itself. */
export function DossierSettings({ dossier: { head, path } }: { dossier: OpenDossier }) {
  const editing = useAct("dossier_edit");
  const markings = useRead("dossier_markings", {}).data ?? [];
  const { title, language, marking_scheme, marking, unit, paper } = head;
  const change = (part: Partial<DossierFacts>) =>
    editing.mutate({ title, language, marking_scheme, marking, unit, paper, ...part }, { onSuccess: () => toastDone(t("settings.dossierSaved")) });
  return (
    <section className={styles["part"]}>
      <h2>{t("settings.dossier")}</h2>
      <div className={styles["fields"]}>
        <CommitField label={t("settings.dossierTitle")} value={title} isRequired onCommit={(next) => change({ title: next })} />
        <CommitField label={t("settings.unit")} value={unit ?? ""} onCommit={(next) => change({ unit: next === "" ? null : next })} />
        <Select
          label={t("settings.scheme")}
          choices={SCHEMES.map((id) => ({ id, label: t(`settings.schemes.${id}`) }))}
          value={marking_scheme.scheme}
          onChange={(name) => change({ marking_scheme: schemeOf(name, markings) })}
        />
        <MarkingSelect label={t("settings.marking")} none={t("settings.markingNone")} markings={markings} value={marking} onChange={(next) => change({ marking: next })} />
        {marking_scheme.scheme === "own" && (
          <div className={styles["whole"]}>
            <OwnLabels labels={marking_scheme.labels} onChange={(labels) => change({ marking_scheme: { scheme: "own", labels } })} />
          </div>
        )}
        <Radios isRow label={t("settings.paper")} choices={PAPERS.map((id) => ({ id, label: t(`settings.papers.${id}`) }))} value={paper} onChange={(next) => change({ paper: next })} />
      </div>
      <p className={styles["note"]}>{t("settings.markingNote")}</p>
      {editing.error !== null && <ErrorNotice problem={editing.error} />}
      <Keeping title={title} />
      <div>
        <h3 className="t13 muted">{t("settings.where")}</h3>
        <p className={styles["path"]}>{path}</p>
      </div>
    </section>
  );
}

/** The labels of a list of one's own, one on each line. A list that has one of them twice stays as it was typed, to be set right. */
function OwnLabels({ labels, onChange }: { labels: readonly string[]; onChange: (labels: string[]) => void }) {
  const [twice, setTwice] = useState<string>();
  return (
    <CommitField
      lines={4}
      label={t("settings.ownLabels")}
      help={t("settings.ownHelp")}
      error={twice === undefined ? undefined : t("settings.ownTwice", { label: twice })}
      value={labels.join("\n")}
      onCommit={(typed) => {
        const next = linesOf(typed);
        const wrong = doubled(next);
        setTwice(wrong);
        if (wrong === undefined) onChange(next);
        return wrong === undefined;
      }}
    />
  );
}

const linesOf = (typed: string): string[] => typed.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** The first of the labels that stands there already. */
const doubled = (labels: readonly string[]): string | undefined => labels.find((label, at) => labels.indexOf(label) < at);
