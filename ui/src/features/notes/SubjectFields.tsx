import type { NewNote } from "../../api/generated";
import { useNames } from "../../api/names";
import { Picker } from "../../design/Picker";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import styles from "./CreateNote.module.css";
import { MomentField } from "./MomentField";
import { momentOf, partsOf, type MomentParts } from "./moments";

/** What a note is about, as far as somebody says before it begins. */
export interface Subject {
  actors: readonly string[];
  issues: readonly string[];
  meeting: string;
  place: string;
  start: MomentParts;
}

export const NO_SUBJECT: Subject = { actors: [], issues: [], meeting: "", place: "", start: partsOf(null) };

/** Whom and what the note is about, and for which meeting: from this the first draft is filled in. All of it can stay empty. */
export function SubjectFields({ value, onChange }: { value: Subject; onChange: (value: Subject) => void }) {
  const names = useNames();
  if (names.actors.length === 0) return null;
  const change = (part: Partial<Subject>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles["subject"]}>
      <legend>{t("notes.create.about")}</legend>
      <div className={styles["pair"]}>
        <Picker
          several
          label={t("notes.field.actors")}
          placeholder={value.actors.length === 0 ? t("notes.field.allActors") : ""}
          options={names.actors.map(({ actor }) => ({ id: actor.id, label: actor.name, names: actor.aliases, end: t(`terms.actorKind.${actor.kind}`) }))}
          chosen={value.actors}
          onChange={(actors) => change({ actors })}
        />
        <Picker
          several
          label={t("notes.field.issues")}
          placeholder={value.issues.length === 0 ? t("notes.field.allIssues") : ""}
          options={names.issues.map(({ issue }) => ({ id: issue.id, label: issue.title }))}
          chosen={value.issues}
          onChange={(issues) => change({ issues })}
        />
        <TextField label={t("notes.create.meeting")} value={value.meeting} onChange={(meeting) => change({ meeting })} />
        <TextField label={t("notes.facts.meetingPlace")} value={value.place} onChange={(place) => change({ place })} />
      </div>
      {value.meeting.trim() !== "" && <MomentField label={t("notes.facts.meetingStart")} isToCome value={value.start} onChange={(start) => change({ start })} />}
    </fieldset>
  );
}

/** The same as the core takes it. */
export function subjectOf({ actors, issues, meeting, place, start }: Subject, note: string): Pick<NewNote, "actors" | "issues" | "meeting"> {
  // A meeting that has a place and no name of its own is called what the note is called; its time is not asked for.
  const isNamed = meeting.trim() !== "";
  const title = isNamed || place.trim() === "" ? meeting.trim() : note;
  return {
    actors: [...actors],
    issues: [...issues],
    meeting: title === "" ? null : { title, place: place.trim() === "" ? null : place.trim(), start: isNamed ? (momentOf(start) ?? null) : null, zone: null, who: null },
  };
}
