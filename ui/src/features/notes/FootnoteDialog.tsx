import { useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { writeFootnote } from "./footnotes";
import { useNote } from "./noteContext";

const FORM = "footnote";

/** What a footnote says: one that goes where the caret stood, or, with `words`, the one that is selected. */
export function FootnoteDialog({ words, onClose }: { words: string | undefined; onClose: () => void }) {
  const isNew = words === "";
  return (
    <Dialog
      title={t(isNew ? "notes.footnote.title" : "notes.footnote.change")}
      isOpen={words !== undefined}
      onClose={onClose}
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter">{t(isNew ? "notes.footnote.insert" : "notes.footnote.save")}</Button>}
    >
      {words !== undefined && <Asking words={words} onDone={onClose} />}
    </Dialog>
  );
}

function Asking({ words, onDone }: { words: string; onDone: () => void }) {
  const { language } = useNote().note;
  const [typed, setTyped] = useState(words);
  const [isLacking, setLacking] = useState(false);
  const text = typed.trim();
  return (
    <form
      id={FORM}
      onSubmit={(event) => {
        event.preventDefault();
        setLacking(text === "");
        if (text === "") return;
        onDone();
        // The dialog hands the focus back first; then the caret stands where the footnote goes.
        if (text !== words) requestAnimationFrame(() => writeFootnote(text));
      }}
    >
      <TextField
        // The dialog begins with its only field.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        lang={language}
        label={t("notes.footnote.text")}
        help={t("notes.footnote.help")}
        value={typed}
        onChange={setTyped}
        error={isLacking && text === "" ? t("notes.footnote.lack") : undefined}
      />
    </form>
  );
}
