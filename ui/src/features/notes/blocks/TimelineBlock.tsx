import type { Block } from "../../../api/generated";
import { Select } from "../../../design/Select";
import { t } from "../../../i18n";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

const ANY = "any";

/** How positions moved, of an actor, on an issue, or both. */
export function TimelineBlock({ block, body }: { block: Block; body: BodyOf<"timeline"> }) {
  const { names, store } = useNote();
  return (
    <div className={styles["linked"]}>
      <h2>{t("notes.linked.timelineOf")}</h2>
      <div className={styles["choices"]}>
        <Select
          label={t("notes.field.ofActor")}
          choices={[{ id: ANY, label: t("notes.field.anyone") }, ...names.actors.map(({ actor }) => ({ id: actor.id, label: actor.name }))]}
          value={body.actor ?? ANY}
          onChange={(actor) => store.edit(block.id, { ...body, actor: actor === ANY ? null : actor })}
        />
        <Select
          label={t("notes.field.ofIssue")}
          choices={[{ id: ANY, label: t("notes.field.anything") }, ...names.issues.map(({ issue }) => ({ id: issue.id, label: issue.title }))]}
          value={body.issue ?? ANY}
          onChange={(issue) => store.edit(block.id, { ...body, issue: issue === ANY ? null : issue })}
        />
      </div>
    </div>
  );
}
