import type { Block, Body } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { useNote } from "../noteContext";
import styles from "./blocks.module.css";

/** What is printed above a table that the program draws. */
export function TableCaption({ block, body }: { block: Block; body: Extract<Body, { kind: "positions_table" | "analysis" }> }) {
  const { store } = useNote();
  return (
    <BlockText
      block={block}
      field="caption"
      label={t("notes.field.caption")}
      className={styles["caption"]}
      placeholder={block.prompt ?? t("notes.field.captionPlaceholder")}
      value={body.caption}
      onChange={(caption) => store.edit(block.id, { ...body, caption })}
    />
  );
}
