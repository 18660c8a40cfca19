import { useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { addFootnote } from "./cite";

const FORM = "footnote";

/** What a footnote says; it goes where the caret stood. */
export function FootnoteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [words, setWords] = useState("");
  const text = words.trim();
  return (
    <Dialog
      title={t("notes.footnote.title")}
      isOpen={isOpen}
      onClose={onClose}
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter" isDisabled={text === ""}>{t("notes.footnote.insert")}</Button>}
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          if (text === "") return;
          setWords("");
          onClose();
          // The dialog hands the focus back first; then the caret stands where the footnote goes.
          requestAnimationFrame(() => addFootnote([{ type: "text", text }]));
        }}
      >
        {/* The dialog begins with its only field. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <TextField autoFocus label={t("notes.footnote.text")} help={t("notes.footnote.help")} value={words} onChange={setWords} />
      </form>
    </Dialog>
  );
}
