import type { Block } from "../../../api/generated";
import { classes } from "../../../design/classes";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { useNote } from "../noteContext";
import { sameText } from "../schema";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** A heading. Enter begins the paragraph under it. */
export function Heading({ block, body }: { block: Block; body: BodyOf<"heading"> }) {
  const { store, insert, insertAbove } = useNote();
  const kind = t(body.level === 1 ? "notes.kind.heading" : "notes.kind.subheading");
  return (
    <BlockText
      block={block}
      field="text"
      label={kind}
      className={classes(styles["heading"], body.level > 1 && styles["sub"])}
      placeholder={block.prompt ?? kind}
      value={body.text}
      onChange={(text) => store.edit(block.id, { ...body, text })}
      onEnter={(before, after) => {
        const isSplit = after.length > 0 || !sameText(before, body.text);
        // At its start there is something to come before it.
        if (after.length > 0 && sameText(after, body.text)) insertAbove(block.id);
        else insert({ kind: "paragraph", level: 1, lead: [], text: after }, block.id, { edits: isSplit ? [{ id: block.id, body: { ...body, text: before } }] : [], marking: after.length > 0 ? block.marking : null });
      }}
    />
  );
}
