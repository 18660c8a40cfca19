import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** A paragraph, numbered as it will be printed. Enter splits it; Backspace at its start joins it to the one before. */
export function Paragraph({ block, body }: { block: Block; body: BodyOf<"paragraph"> }) {
  const { store, insert, remove, numbers } = useNote();
  const number = numbers.get(block.id);
  const label = number === undefined ? t("notes.kind.plain") : t("notes.field.numbered", { number });
  return (
    <div className={styles["paragraph"]}>
      {body.lead.length > 0 && (
        <BlockText
          block={block}
          field="lead"
          label={`${label}: ${t("notes.field.lead")}`}
          className={styles["lead"]}
          placeholder={t("notes.field.leadPlaceholder")}
          value={body.lead}
          onChange={(lead) => store.edit(block.id, { ...body, lead })}
          onEnter={() => focusField(block.id, "text")}
          onBackspace={(lead) => {
            store.edit(block.id, { ...body, lead: [], text: [...lead, ...body.text] });
            focusField(block.id, "text");
          }}
        />
      )}
      <BlockText
        block={block}
        field="text"
        label={label}
        className={styles["text"]}
        placeholder={block.prompt ?? undefined}
        value={body.text}
        onChange={(text) => store.edit(block.id, { ...body, text })}
        onEnter={(start, rest) => {
          const edits = rest.length > 0 ? [{ id: block.id, body: { ...body, text: start } }] : [];
          insert({ kind: "paragraph", level: body.level, lead: [], text: rest }, block.id, { edits });
        }}
        onBackspace={(text) => {
          const { blocks } = store.get();
          const before = blocks[blocks.findIndex((one) => one.id === block.id) - 1];
          if (body.lead.length > 0) focusField(block.id, "lead", "end");
          else if (text.length === 0) remove(block.id);
          else if (before?.body.kind === "paragraph") {
            focusField(before.id, "text", "end");
            store.recast({ edits: [{ id: before.id, body: { ...before.body, text: [...before.body.text, ...text] } }], gone: [block.id] });
          }
        }}
      />
    </div>
  );
}
