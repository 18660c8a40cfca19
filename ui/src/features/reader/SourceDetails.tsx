import type { Reliability, Source, SourceFacts, SourceKind } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { CommitField } from "../../design/CommitField";
import { DateField } from "../../design/DateField";
import { MarkingSelect } from "../../design/MarkingSelect";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import { goTo } from "../../lib/place";
import styles from "./SourceDetails.module.css";

const KINDS: readonly SourceKind[] = ["article", "statement", "speech", "treaty_text", "leaked_draft", "record_of_meeting", "report", "email", "other"];
const RELIABILITIES: readonly Reliability[] = ["A", "B", "C", "D", "E", "F"];
const NONE = "none";

const orNull = (text: string): string | null => (text === "" ? null : text);

function factsOf(source: Source): SourceFacts {
  const { title, publisher, authors, published, accessed, url, kind, language, reliability, marking, translation_of } = source;
  return { title, publisher, authors, published, accessed, url, kind, language, reliability, marking, translation_of };
}

/** What is known about a source, each fact set right where it stands. Its text is never changed. */
export function SourceDetails({ source }: { source: Source }) {
  const editing = useAct("source_edit");
  const markings = useRead("dossier_markings", {}).data ?? [];
  const alike = useRead("source_alike", { id: source.id }).data ?? [];
  const change = (part: Partial<SourceFacts>) =>
    editing.mutate({ id: source.id, facts: { ...factsOf(source), ...part } }, { onSuccess: () => toastDone(t("sources.details.saved")) });
  const hint = (field: string) => (source.guessed.includes(field) ? t("sources.details.guessed") : undefined);
  return (
    <div className={styles["details"]}>
      <div className={styles["fields"]}>
        <div className={styles["whole"]}>
          <CommitField label={t("sources.details.title")} hint={hint("title")} value={source.title} isRequired onCommit={(title) => change({ title })} />
        </div>
        <CommitField label={t("sources.details.publisher")} hint={hint("publisher")} value={source.publisher ?? ""} onCommit={(publisher) => change({ publisher: orNull(publisher) })} />
        <CommitField
          label={t("sources.details.authors")}
          hint={hint("authors")}
          help={t("sources.details.authorsHelp")}
          value={source.authors.join("; ")}
          onCommit={(typed) => change({ authors: typed.split(";").map((name) => name.trim()).filter((name) => name !== "") })}
        />
        <Select
          label={t("sources.details.kind")}
          choices={KINDS.map((id) => ({ id, label: t(`terms.sourceKind.${id}`) }))}
          value={source.kind}
          onChange={(kind) => change({ kind })}
        />
        <div data-part="published">
          <DateField label={t("sources.details.published")} hint={hint("published")} placeholder={t("common.example", { words: t("sources.details.publishedExample") })} value={source.published ?? ""} onChange={(published) => change({ published: orNull(published) })} />
        </div>
        <Select
          label={t("sources.details.reliability")}
          choices={[{ id: NONE, label: t("sources.details.reliabilityNone") }, ...RELIABILITIES.map((id) => ({ id, label: t(`sources.details.reliabilities.${id}`) }))]}
          value={source.reliability ?? NONE}
          onChange={(reliability) => change({ reliability: reliability === NONE ? null : reliability })}
        />
        <MarkingSelect label={t("sources.details.marking")} none={t("sources.details.markingNone")} markings={markings} value={source.marking} onChange={(marking) => change({ marking })} />
        <CommitField label={t("sources.details.language")} hint={hint("language")} help={t("sources.details.languageHelp")} value={source.language ?? ""} onCommit={(language) => change({ language: orNull(language) })} />
        <CommitField label={t("sources.details.url")} hint={hint("url")} value={source.url ?? ""} onCommit={(url) => change({ url: orNull(url) })} />
      </div>
      {editing.error !== null && <ErrorNotice problem={editing.error} />}
      <h2>{t("sources.details.facts")}</h2>
      <dl className={styles["facts"]}>
        {source.file_name !== null && <><dt>{t("sources.details.file")}</dt><dd>{source.file_name}</dd></>}
        <dt>{t("sources.details.added")}</dt><dd>{showMoment(source.added_at)}</dd>
        <dt>{t("sources.details.length")}</dt><dd>{t("sources.jobs.characters", { count: source.characters })}</dd>
        {alike.length > 0 && (
          <>
            <dt>{t("sources.details.alike")}</dt>
            <dd>
              {alike.map((other) => (
                <p key={other.source}>
                  <Button look="link" onPress={() => goTo({ name: "sources", source: other.source })}><bdi>{other.title}</bdi></Button>{" "}
                  <span className="muted">{t("sources.details.alikeShare", { share: other.likeness })}</span>
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{t("sources.details.hash")}</dt><dd className={styles["hash"]}>{source.original}</dd>
      </dl>
      {source.warnings.length > 0 && (
        <Notice kind="warning">
          <b>{t("sources.details.warnings")}</b>
          {source.warnings.map((warning) => <p key={warning}>{warning}</p>)}
        </Notice>
      )}
    </div>
  );
}
