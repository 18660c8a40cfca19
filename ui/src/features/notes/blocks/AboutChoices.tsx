import type { ActorId, IssueId } from "../../../api/generated";
import { Picker } from "../../../design/Picker";
import { t } from "../../../i18n";
import { useNote } from "../noteContext";
import styles from "./blocks.module.css";

export interface About {
  actors: ActorId[];
  issues: IssueId[];
}

/** Whom a block is about, and on what. Nobody named means everybody, no issue named every issue. */
export function AboutChoices({ about, onChange }: { about: About; onChange: (about: About) => void }) {
  const { names } = useNote();
  const { actors, issues } = about;
  return (
    <div className={styles["choices"]}>
      <Picker
        several
        label={t("notes.field.actors")}
        placeholder={actors.length === 0 ? t("notes.field.allActors") : ""}
        options={names.actors.map(({ actor }) => ({ id: actor.id, label: actor.name, names: actor.aliases, end: t(`terms.actorKind.${actor.kind}`) }))}
        chosen={actors}
        onChange={(chosen) => onChange({ actors: chosen, issues })}
      />
      <Picker
        several
        label={t("notes.field.issues")}
        placeholder={issues.length === 0 ? t("notes.field.allIssues") : ""}
        options={names.issues.map(({ issue }) => ({ id: issue.id, label: issue.title }))}
        chosen={issues}
        onChange={(chosen) => onChange({ actors, issues: chosen })}
      />
    </div>
  );
}
