import { useState } from "react";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { submitOnCtrlEnter } from "../../lib/keys";
import styles from "./PasteDialog.module.css";

export interface Pasted {
  text: string;
  html: string | undefined;
}

interface Draft {
  title: string;
  pasted: Pasted;
}

/** The name of what is written in it and not added. */
export const ABOUT = "paste";

/** Text from anywhere becomes a source. What was copied from a page keeps its headings and lists. */
export function PasteDialog({ initial, onAdd, onClose, onBringBack, problem, isAdding }: {
  initial: Pasted;
  onAdd: (title: string, pasted: Pasted) => void;
  onClose: () => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
  problem: { message: string; hint?: string | undefined } | null;
  isAdding: boolean;
}) {
  const { written, write, leave } = useDraft<Draft>(ABOUT, onBringBack);
  const { title = "", pasted = initial } = written;
  const setPasted = (next: Pasted) => write(() => ({ pasted: next }));
  const cancel = () => {
    leave();
    onClose();
  };
  const [isLacking, setLacking] = useState(false);
  const add = () => {
    if (pasted.text.trim() === "") setLacking(true);
    else onAdd(title.trim(), pasted);
  };
  return (
    <Dialog
      title={t("sources.pasteDialog.title")}
      isOpen
      onClose={cancel}
      width="wide"
      footer={
        <>
          {pasted.html !== undefined && <span className={styles["rich"]}>{t("sources.pasteDialog.rich")}</span>}
          <Button onPress={cancel}>{t("common.cancel")}</Button>
          <Button look="primary" keys="Ctrl Enter" onPress={add} isDisabled={isAdding}>{t("sources.pasteDialog.add")}</Button>
        </>
      }
    >
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
        onPaste={(event) => {
          const html = event.clipboardData.getData("text/html");
          // Only when it is the whole text: a page pasted into the middle of a text is words, not a page.
          if (html !== "" && event.target instanceof HTMLTextAreaElement && pasted.text.trim() === "") {
            event.preventDefault();
            setPasted({ text: event.clipboardData.getData("text/plain"), html });
          }
        }}
        onKeyDown={submitOnCtrlEnter}
      >
        <TextField label={t("sources.pasteDialog.name")} placeholder={t("sources.pasteDialog.namePlaceholder")} value={title} onChange={(next) => write(() => ({ title: next }))} />
        <TextField
          label={t("sources.pasteDialog.text")}
          placeholder={t("sources.pasteDialog.placeholder")}
          lines={14}
          // The dialog was opened to paste into this field.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
          value={pasted.text}
          onChange={(text) => {
            // Words changed by hand are no longer the page's.
            setPasted({ text, html: undefined });
            setLacking(false);
          }}
          error={isLacking ? t("sources.pasteDialog.empty") : undefined}
        />
        {problem !== null && <ErrorNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
