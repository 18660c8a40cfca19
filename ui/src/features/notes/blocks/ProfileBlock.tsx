import type { Block } from "../../../api/generated";
import { Picker } from "../../../design/Picker";
import { t } from "../../../i18n";
import { LinkChanges } from "../LinkChanges";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** Everything one actor stands for. */
export function ProfileBlock({ block, body }: { block: Block; body: BodyOf<"actor_profile"> }) {
  const { names, store } = useNote();
  return (
    <div className={styles["linked"]}>
      <h2>{t("notes.linked.profile", { actor: names.actor(body.actor) })}</h2>
      <Picker
        label={t("notes.field.ofActor")}
        options={names.actors.map(({ actor }) => ({ id: actor.id, label: actor.name, names: actor.aliases }))}
        chosen={[body.actor]}
        onChange={([actor]) => actor !== undefined && store.edit(block.id, { ...body, actor })}
      />
      <LinkChanges block={block} />
    </div>
  );
}
