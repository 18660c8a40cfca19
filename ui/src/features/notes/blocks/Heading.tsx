import type { Block } from "../../../api/generated";
import { classes } from "../../../design/classes";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";
import { split } from "./split";

/** A heading. Enter begins the paragraph under it. */
export function Heading({ block, body }: { block: Block; body: BodyOf<"heading"> }) {
  const note = useNote();
  const kind = t(body.level === 1 ? "notes.kind.heading" : "notes.kind.subheading");
  return (
    <BlockText
      block={block}
      field="text"
      label={kind}
      className={classes(styles["heading"], body.level > 1 && styles["sub"])}
      placeholder={block.prompt ?? kind}
      value={body.text}
      onChange={(text) => note.store.edit(block.id, { ...body, text })}
      onEnter={(before, after) => split(note, block, body, before, after)}
    />
  );
}
