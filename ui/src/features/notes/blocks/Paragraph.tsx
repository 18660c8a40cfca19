import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { focusField } from "../fields";
import { useNote } from "../noteContext";
import { toDoc } from "../schema";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";
import { joinUp } from "./join";
import { keepLead, useLeadOpen, withLead } from "./lead";
import { split } from "./split";

/** A paragraph, numbered as it will be printed. Enter splits it; Backspace at its start joins it to the one before. */
export function Paragraph({ block, body }: { block: Block; body: BodyOf<"paragraph"> }) {
  const note = useNote();
  const { store, remove, numbers } = note;
  const isLeadOpen = useLeadOpen(block.id);
  const number = numbers.get(block.id);
  const label = number === undefined ? t("notes.kind.plain") : t("notes.field.numbered", { number });
  return (
    <div className={styles["paragraph"]}>
      {(body.lead.length > 0 || isLeadOpen) && (
        <BlockText
          block={block}
          field="lead"
          label={`${label}: ${t("notes.field.lead")}`}
          className={styles["lead"]}
          placeholder={t("notes.field.leadPlaceholder")}
          value={body.lead}
          onChange={(lead) => {
            if (lead.length === 0) keepLead(block.id);
            store.edit(block.id, { ...body, lead });
          }}
          onEnter={() => focusField(block.id, "text")}
          onBackspace={(lead) => {
            store.edit(block.id, { ...body, lead: [], text: withLead(lead, body.text) });
            // In front of what stood there, when the words have come.
            requestAnimationFrame(() => focusField(block.id, "text", toDoc(body.text).content.size));
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
        onEnter={(before, after) => split(note, block, body, before, after)}
        onBackspace={(text) => {
          if (body.lead.length > 0) focusField(block.id, "lead", "end");
          else if (text.length === 0) remove(block.id);
          else joinUp(note, block.id);
        }}
      />
    </div>
  );
}
