import { useRef, useState } from "react";
import type { NewActor, PositionId } from "../../api/generated";
import { readOnce } from "../../api/query";
import { Button } from "../../design/Button";
import { Form } from "../../design/Form";
import { ErrorNotice } from "../../design/Notice";
import { IconButton } from "../../design/IconButton";
import { Kbd } from "../../design/Kbd";
import { Picker } from "../../design/Picker";
import type { Option } from "../../design/pickerOptions";
import { StancePicker } from "../../design/stance/StancePicker";
import { hasDraft, useDraft } from "../../design/useDraft";
import { newIssue } from "../../api/newIssue";
import { t, tr } from "../../i18n";
import { lacksOf, newActor, type Draft, type Lack } from "./draft";
import { DraftDetails } from "./DraftDetails";
import styles from "./TagCard.module.css";

/** The card that records who stands where, beside the passage that shows it. Enter records from its fields, Ctrl Enter from anywhere in it. */
export function TagCard({ about, initial, words, guess, isUndated, sourceDay, page, actors, oneOf, issues, isIssueLikely, likely, sameAs, onRecord, onAddEvidence, onClose, onBringBack, problem, isRecording }: {
  /** Its name among what is written and not saved. */
  about: string;
  initial: Draft;
  words: number;
  /** Why the actors that the card begins with stand there already. */
  guess: string | undefined;
  /** The source gives no date, so that the day it was added stands in its place. */
  isUndated: boolean;
  /** The day of the source, or the one it was added. */
  sourceDay: string;
  page: string | undefined;
  actors: readonly Option[];
  /** Who share the name that stands in the passage, if several do. */
  oneOf: readonly string[];
  issues: readonly Option[];
  /** Whether the first issues are there because the passage shares words with them. */
  isIssueLikely: boolean;
  /** What the passage tells, which stands there until something else is said: the issue whose matter it names, and how that came to be known. */
  likely: Pick<Partial<Draft>, "issue" | "manner">;
  /** The position that is recorded already and that the draft says once more. */
  sameAs: (draft: Draft) => PositionId | undefined;
  onRecord: (draft: Draft) => void;
  /** The passage becomes further evidence of a position. */
  onAddEvidence: (position: PositionId) => void;
  onClose: () => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
  problem: { message: string; hint?: string | undefined } | null;
  isRecording: boolean;
}) {
  const [begun] = useState(initial);
  const { written: changed, write, leave } = useDraft<Draft>(about, onBringBack);
  const isIssueGuessed = !("issue" in changed) && likely.issue !== undefined;
  const draft = { ...begun, ...likely, ...changed };
  const [lacks, setLacks] = useState<readonly Lack[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const issueField = useRef<HTMLInputElement>(null);
  const change = (part: Partial<Draft>) => {
    // With those that have a name only here: it would be another one the next time.
    write(() => ({ newActors: draft.newActors, ...part }));
    setLacks([]);
  };
  const close = () => {
    leave();
    onClose();
  };
  const focusStance = () => {
    const radio = (which: string) => form.current?.querySelector<HTMLInputElement>(`input[type=radio]${which}`);
    (radio(":checked") ?? radio(""))?.focus();
  };
  const record = () => {
    const missing = lacksOf(draft);
    setLacks(missing);
    if (missing.length === 0) onRecord(draft);
    else if (missing[0] === "stance") focusStance();
    else form.current?.querySelector<HTMLInputElement>(`[data-part=${missing[0] ?? ""}] input`)?.focus();
  };
  const allActors = [
    ...draft.newActors.map(({ id, facts }) => ({ id, label: facts.name, end: t(`terms.actorKind.${facts.kind}`) })),
    ...actors,
  ];
  const same = sameAs(draft);
  const addEvidence = () => {
    if (same !== undefined && form.current?.checkValidity() === true) onAddEvidence(same);
  };
  // The cursor stands where the first question is still open; a guess does not answer it.
  const start = begun.actors.length === 0 ? "actor" : begun.issue === undefined ? "issue" : "stance";

  return (
    <Form formRef={form} className={styles["card"]} label={t("reader.card.title")} onSave={record} onLeave={close}>
      {(key) => (
        <>
          <header className={styles["head"]}>
            <h2>{t("reader.card.title")}</h2>
            <span className="grow" />
            <span className={styles["count"]}>{t("reader.words", { count: words })}</span>
            <Kbd keys="Esc" />
            <IconButton icon="close" size="small" label={t("common.close")} onPress={close} />
          </header>
          <div className={styles["middle"]}>
            <div className={styles["in"]}>
              <div data-part="actor">
                <Picker
                  label={t("reader.card.actor")}
                  // It is the reason for those it began with.
                  hint={draft.actors === begun.actors ? guess : undefined}
                  options={allActors}
                  chosen={draft.actors}
                  onChange={(chosen) => change({ actors: chosen })}
                  several
                  onCreate={(name) => {
                    const made = newActor(name);
                    change({ newActors: [...draft.newActors, made], actors: [...draft.actors, made.id] });
                    void readOnce("actor_likely_kind", { name }).then((kind) => {
                      const withKind = (each: NewActor) => (each.id === made.id ? { ...each, facts: { ...each.facts, kind } } : each);
                      if (hasDraft(about)) write((before) => ({ newActors: (before.newActors ?? begun.newActors).map(withKind) }));
                    });
                  }}
                  onNext={() => issueField.current?.focus()}
                  empty={t("reader.card.firstActor")}
                  placeholder={draft.actors.length === 0 ? t("reader.card.actorFirst") : t("reader.card.actorJoint")}
                  error={lacks.includes("actor") ? t("reader.card.noActor") : undefined}
                  autoFocus={start === "actor"}
                />
                {oneOf.length > 0 && draft.actors.length === 0 && (
                  <div className={styles["oneOf"]} role="group" aria-label={t("reader.card.oneOf")}>
                    {t("reader.card.oneOf")}
                    {oneOf.map((id) => (
                      <Button
                        key={id}
                        size="small"
                        onPress={() => {
                          change({ actors: [id] });
                          issueField.current?.focus();
                        }}
                      >
                        {actors.find((option) => option.id === id)?.label ?? ""}
                      </Button>
                    ))}
                  </div>
                )}
              </div>
              <div data-part="issue">
                <Picker
                  label={t("reader.card.issue")}
                  hint={t(isIssueGuessed ? "reader.card.issueGuessed" : isIssueLikely ? "reader.card.likely" : "reader.card.recent")}
                  options={draft.newIssue === undefined ? issues : [{ id: draft.newIssue.id, label: draft.newIssue.facts.title, end: t("reader.card.new") }, ...issues]}
                  chosen={draft.issue === undefined ? [] : [draft.issue]}
                  onChange={([chosen]) => change({ issue: chosen })}
                  onCreate={(name) => {
                    const made = newIssue(name);
                    change({ newIssue: made, issue: made.id });
                  }}
                  onNext={focusStance}
                  placeholder={t("reader.card.issuePlaceholder")}
                  empty={t("reader.card.firstIssue")}
                  error={lacks.includes("issue") ? t("reader.card.noIssue") : undefined}
                  autoFocus={start === "issue"}
                  inputRef={issueField}
                />
              </div>
              <div>
                <StancePicker
                  value={draft.stance}
                  onChange={(stance) => change({ stance })}
                  autoFocus={start === "stance"}
                  heading={
                    <>
                      {t("reader.card.stance")}
                      <span className={styles["hint"]}>{tr("reader.card.press", { one: <Kbd keys="1" always />, six: <Kbd keys="6" always /> })}</span>
                    </>
                  }
                />
                {lacks.includes("stance") && <p className={styles["lack"]} role="alert">{t("reader.card.noStance")}</p>}
              </div>
            </div>
            <DraftDetails draft={draft} actors={allActors} onChange={change} lacksDate={lacks.includes("asOf")} isUndated={isUndated && draft.asOf === begun.asOf} sourceDay={sourceDay} />
          </div>
          {problem !== null && <div className={styles["problem"]}><ErrorNotice problem={problem} /></div>}
          {same !== undefined && (
            <div className={styles["same"]}>
              <p role="status">{t("reader.card.same")}</p>
              <Button data-second keys="Alt Enter" onPress={addEvidence} isDisabled={isRecording}>{t("reader.card.addEvidence")}</Button>
            </div>
          )}
          <footer className={styles["foot"]}>
            <span className={styles["evidence"]}>{page === undefined ? t("reader.card.evidence") : t("reader.card.evidencePage", { page })}</span>
            <span className="grow" />
            <Button look="primary" type="submit" keys={key} isDisabled={isRecording}>{t("reader.card.record")}</Button>
          </footer>
        </>
      )}
    </Form>
  );
}
