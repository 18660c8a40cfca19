import { useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";

/** A remark of the reader's on a passage. The source's own words are never touched. */
export function MemoDialog({ quote, initial, onSave, onClose, problem }: {
  quote: string;
  initial: string;
  onSave: (memo: string) => void;
  onClose: () => void;
  problem: { message: string; hint?: string | undefined } | null;
}) {
  const [memo, setMemo] = useState(initial);
  return (
    <Dialog
      title={t("reader.memoDialog")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button look="primary" keys="Ctrl Enter" onPress={() => onSave(memo)}>{t("reader.margin.saveMemo")}</Button>
        </>
      }
    >
      <blockquote className="muted">{quote}</blockquote>
      <TextField
        label={t("reader.margin.memoLabel")}
        lines={4}
        // The dialog has one field, and was opened to write in it.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        value={memo}
        onChange={setMemo}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) onSave(memo);
          else event.continuePropagation();
        }}
      />
      {problem !== null && <ErrorNotice problem={problem} />}
    </Dialog>
  );
}
