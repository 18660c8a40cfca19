import type { Block } from "../../../api/generated";
import { Picker } from "../../../design/Picker";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** Who stands where. Nobody named means everybody with a position; no issue named, every issue. */
export function PositionsTable({ block, body }: { block: Block; body: BodyOf<"positions_table"> }) {
  const { names, store } = useNote();
  return (
    <div className={styles["linked"]}>
      <h2>{t("notes.kind.positions_table")}</h2>
      <BlockText
        block={block}
        field="caption"
        label={t("notes.field.caption")}
        className={styles["caption"]}
        placeholder={block.prompt ?? t("notes.field.captionPlaceholder")}
        value={body.caption}
        onChange={(caption) => store.edit(block.id, { ...body, caption })}
      />
      <div className={styles["choices"]}>
        <Picker
          several
          label={t("notes.field.actors")}
          placeholder={body.actors.length === 0 ? t("notes.field.allActors") : ""}
          options={names.actors.map(({ actor }) => ({ id: actor.id, label: actor.name, names: actor.aliases, end: t(`terms.actorKind.${actor.kind}`) }))}
          chosen={body.actors}
          onChange={(actors) => store.edit(block.id, { ...body, actors })}
        />
        <Picker
          several
          label={t("notes.field.issues")}
          placeholder={body.issues.length === 0 ? t("notes.field.allIssues") : ""}
          options={names.issues.map(({ issue }) => ({ id: issue.id, label: issue.title }))}
          chosen={body.issues}
          onChange={(issues) => store.edit(block.id, { ...body, issues })}
        />
      </div>
    </div>
  );
}
