import { useState } from "react";
import type { Block } from "../../../api/generated";
import { TextField } from "../../../design/TextField";
import { t } from "../../../i18n";
import { BlockText } from "../BlockText";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";

/** A picture's words: what it shows, and what is printed under it. */
export function PictureBlock({ block, body }: { block: Block; body: BodyOf<"picture"> }) {
  const { store, note } = useNote();
  // A picture without these words is not kept: while there are none, the last ones stay in the note.
  const [isEmptied, setEmptied] = useState(false);
  return (
    <div className={styles["linked"]}>
      <h2>{t("notes.kind.picture")}</h2>
      <TextField
        lang={note.language}
        label={t("notes.field.alternative")}
        value={isEmptied ? "" : body.alternative}
        onChange={(alternative) => {
          setEmptied(alternative.trim() === "");
          if (alternative.trim() !== "") store.edit(block.id, { ...body, alternative });
        }}
        onBlur={() => setEmptied(false)}
        error={isEmptied ? t("notes.picture.lackWords") : undefined}
      />
      <BlockText
        block={block}
        field="caption"
        label={t("notes.field.caption")}
        className={styles["caption"]}
        placeholder={t("notes.field.caption")}
        value={body.caption}
        onChange={(caption) => store.edit(block.id, { ...body, caption })}
      />
    </div>
  );
}
