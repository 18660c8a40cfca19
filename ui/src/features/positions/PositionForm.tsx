import { useRef, useState } from "react";
import type { ActorId, IssueId, Position, PositionId } from "../../api/generated";
import { useNames } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { DateField } from "../../design/DateField";
import { Form } from "../../design/Form";
import { MarkingSelect } from "../../design/MarkingSelect";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Picker } from "../../design/Picker";
import { Select } from "../../design/Select";
import { StancePicker } from "../../design/stance/StancePicker";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { dropDraft, useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { dayOf, isToCome, nearToday, showDate } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { EvidenceFields } from "./EvidenceFields";
import { CONFIDENCES, draftOf, earlierOf, emptyDraft, factsOrLacks, MANNERS, type Lack, type PositionDraft } from "./positionDraft";
import styles from "./PositionForm.module.css";
import { useToldOn } from "./useToldOn";

const NONE = "none";
const LACKS = { actors: "positions.form.lackActor", issue: "positions.form.lackIssue", stance: "positions.form.lackStance", asOf: "positions.form.lackDate" } as const;

/** Every field of a position. Enter saves from its fields, Ctrl Enter from anywhere, Esc leaves it as it was. */
export function PositionForm({ about, isOpened, position, actor, issue, onDone, onBringBack }: {
  /** Its name among what is written and not saved. */
  about: string;
  /** Whether somebody has just opened it, to write in it. */
  isOpened: boolean;
  /** The position to change; none to record a new one for `actor` on `issue`. */
  position: Position | undefined;
  actor: ActorId | undefined;
  issue: IssueId | undefined;
  onDone: (id: PositionId | undefined) => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
}) {
  const names = useNames();
  const markings = useRead("dossier_markings", {}).data ?? [];
  const [empty] = useState(() => emptyDraft(actor, issue, dayOf(new Date())));
  const { written, write, leave } = useDraft<PositionDraft>(about, onBringBack);
  // What somebody else changes meanwhile stays changed, unless it was written here as well.
  const said = { ...(position === undefined ? empty : draftOf(position)), ...written };
  const onIssue = useRead("position_list", said.issue === undefined ? undefined : { issue: said.issue }).data;
  const earlier = earlierOf(said.actors, position?.id, onIssue ?? []);
  // What was chosen for other actors or another issue is chosen no more.
  const draft = onIssue === undefined || earlier.some(({ id }) => id === said.supersedes) ? said : { ...said, supersedes: null };
  const told = useToldOn(draft.evidence);
  const [lacks, setLacks] = useState<readonly Lack[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const edit = useAct("position_edit", () => dropDraft(about));
  const record = useAct("position_record", () => dropDraft(about));
  const change = (part: Partial<PositionDraft>) => {
    write(() => part);
    setLacks([]);
  };
  const lack = (what: Lack) => (lacks.includes(what) ? t(LACKS[what]) : undefined);
  const save = () => {
    const ready = factsOrLacks(draft);
    if ("lacks" in ready) {
      setLacks(ready.lacks);
      form.current?.querySelector<HTMLElement>(`[data-part=${ready.lacks[0] ?? ""}] input`)?.focus();
      return;
    }
    const id = position?.id ?? newId();
    const done = (text: string) => () => {
      onDone(id);
      toastDone(text);
    };
    if (position === undefined) record.mutate({ id, facts: ready.facts }, { onSuccess: done(t("positions.panel.recorded")) });
    else edit.mutate({ id, facts: ready.facts }, { onSuccess: done(t("positions.panel.saved")) });
  };
  const cancel = () => {
    leave();
    onDone(undefined);
  };
  const words = (part: "condition" | "sequence" | "degree") => (
    <TextField label={t(`positions.form.${part}`)} hint={t(`terms.meaning.${part}`)} placeholder={t("common.example", { words: t(`positions.form.${part}Example`) })} value={draft[part]} onChange={(value) => change({ [part]: value })} />
  );
  const actorOptions = names.actors.map(({ actor: one }) => ({ id: one.id, label: one.name, names: one.aliases, end: t(`terms.actorKind.${one.kind}`) }));
  const problem = edit.error ?? record.error;

  return (
    <Form
      formRef={form}
      className={styles["form"]}
      label={t(position === undefined ? "positions.form.record" : "positions.form.edit")}
      onSave={save}
      onLeave={cancel}
    >
      {(key) => (
        <>
          <h2>{t(position === undefined ? "positions.form.record" : "positions.form.edit")}</h2>
          <div data-part="actors">
            <Picker label={t("positions.form.actors")} hint={t("positions.form.actorsHelp")} several options={actorOptions} chosen={draft.actors} onChange={(actors) => change({ actors })} error={lack("actors")} autoFocus={isOpened && draft.actors.length === 0} />
          </div>
          <div data-part="issue">
            <Picker label={t("positions.form.issue")} options={names.issues.map(({ issue: one }) => ({ id: one.id, label: one.title }))} chosen={draft.issue === undefined ? [] : [draft.issue]} onChange={([one]) => change({ issue: one })} error={lack("issue")} />
          </div>
          <div data-part="stance" className={styles["stance"]}>
            <StancePicker value={draft.stance} onChange={(stance) => change({ stance })} heading={t("positions.form.stance")} autoFocus={isOpened && draft.actors.length > 0} />
            {lack("stance") !== undefined && <Notice kind="error">{lack("stance")}</Notice>}
          </div>
          <TextField label={t("positions.form.summary")} lines={2} value={draft.summary} onChange={(summary) => change({ summary })} />
          {words("condition")}
          {words("sequence")}
          {words("degree")}
          <div className={styles["two"]}>
            <Select label={t("positions.form.manner")} choices={MANNERS.map((id) => ({ id, label: t(`terms.manner.${id}`) }))} value={draft.manner} onChange={(manner) => change({ manner })} />
            <Select label={t("positions.form.confidence")} choices={CONFIDENCES.map((id) => ({ id, label: t(`terms.confidence.${id}`) }))} value={draft.confidence} onChange={(confidence) => change({ confidence })} />
            <div data-part="asOf">
              <DateField label={t("positions.form.asOf")} near={told === undefined ? nearToday("back") : { day: told, looks: "back" }} value={draft.asOf} onChange={(asOf) => change({ asOf })} />
              {isToCome(draft.asOf) && <Notice>{t("positions.form.toCome")}</Notice>}
              {lack("asOf") !== undefined && <Notice kind="error">{lack("asOf")}</Notice>}
            </div>
            <DateField label={t("positions.form.reviewBy")} placeholder={t("common.none")} near={nearToday("ahead")} value={draft.reviewBy} onChange={(reviewBy) => change({ reviewBy })} />
          </div>
          <Select
            label={t("positions.form.speaker")}
            choices={[{ id: NONE, label: t("positions.form.speakerSelf") }, ...actorOptions.map(({ id, label }) => ({ id, label }))]}
            value={draft.speaker ?? NONE}
            onChange={(speaker) => change({ speaker: speaker === NONE ? null : speaker })}
          />
          <Select
            label={t("positions.form.supersedes")}
            choices={[
              { id: NONE, label: t("positions.form.supersedesNone") },
              ...earlier.map((other) => ({ id: other.id, label: `${names.actorList(other.actors)}: ${t(`terms.stance.${other.stance}`)}, ${showDate(other.as_of)}` })),
            ]}
            value={draft.supersedes ?? NONE}
            onChange={(supersedes) => change({ supersedes: supersedes === NONE ? null : supersedes })}
          />
          <MarkingSelect label={t("positions.form.marking")} none={t("positions.form.markingNone")} markings={markings} value={draft.marking} onChange={(marking) => change({ marking })} />
          <EvidenceFields evidence={draft.evidence} onChange={(evidence) => change({ evidence })} />
          {problem !== null && <ErrorNotice problem={problem} />}
          <div className={styles["acts"]}>
            <Button type="submit" look="primary" keys={key} isDisabled={edit.isPending || record.isPending}>{t("positions.form.save")}</Button>
            <Button onPress={cancel} keys="Esc">{t("common.cancel")}</Button>
          </div>
        </>
      )}
    </Form>
  );
}
