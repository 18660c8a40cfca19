import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** The boxes that hold a text or two: the bottom line, a recommendation. */
export function Texts({ block, body }: { block: Block; body: BodyOf<"bottom_line" | "recommendation"> }) {
  const { store } = useNote();
  const kind = t(`notes.kind.${body.kind}`);
  if (body.kind === "recommendation") {
    return (
      <div className={styles["box"]}>
        <h2>{kind}</h2>
        <BlockText block={block} field="text" label={kind} className={styles["text"]} placeholder={block.prompt ?? kind} value={body.text} onChange={(text) => store.edit(block.id, { ...body, text })} />
      </div>
    );
  }
  return (
    <div className={styles["bottomLine"]}>
      <h2>{kind}</h2>
      <BlockText
        block={block}
        field="statement"
        label={`${kind}: ${t("notes.field.statement")}`}
        className={styles["statement"]}
        placeholder={block.prompt ?? t("notes.field.statement")}
        value={body.statement}
        onChange={(statement) => store.edit(block.id, { ...body, statement })}
        onEnter={() => focusField(block.id, "judgement")}
      />
      <BlockText
        block={block}
        field="judgement"
        label={`${kind}: ${t("notes.field.judgement")}`}
        className={styles["text"]}
        placeholder={t("notes.field.judgement")}
        value={body.judgement}
        onChange={(judgement) => store.edit(block.id, { ...body, judgement })}
        onBackspace={(text) => text.length === 0 && focusField(block.id, "statement", "end")}
      />
    </div>
  );
}
