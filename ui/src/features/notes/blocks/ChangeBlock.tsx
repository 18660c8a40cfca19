import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { LinkChanges } from "../LinkChanges";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import { Gone } from "./Gone";
import styles from "./blocks.module.css";
import { PositionLine } from "./PositionBlock";

/** Two positions side by side: then and now. */
export function ChangeBlock({ block, body }: { block: Block; body: BodyOf<"change"> }) {
  const { positions, store } = useNote();
  return (
    <div className={styles["linked"]}>
      <BlockText
        block={block}
        field="label"
        label={t("notes.field.changeLabel")}
        className={styles["caption"]}
        placeholder={t("notes.field.changePlaceholder")}
        value={body.label}
        onChange={(label) => store.edit(block.id, { ...body, label })}
      />
      {[body.from, body.to].map((id) => {
        const position = positions.get(id);
        return position === undefined ? <Gone key={id} what="gonePosition" /> : <PositionLine key={id} position={position} />;
      })}
      <LinkChanges block={block} />
    </div>
  );
}
