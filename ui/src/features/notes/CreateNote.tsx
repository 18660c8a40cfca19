import { useState } from "react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { goTo } from "../../lib/place";
import styles from "./CreateNote.module.css";

const FORM = "create-note";

/** Begins a note: a title, and the template whose purpose fits. */
export function CreateNote({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const templates = useRead("template_list", {}).data ?? [];
  const create = useAct("note_create");
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<string | undefined>();
  const [lacksTitle, setLacksTitle] = useState(false);
  const template = chosen ?? templates[0]?.id;
  const begin = () => {
    if (title.trim() === "" || template === undefined) {
      setLacksTitle(title.trim() === "");
      return;
    }
    create.mutate(
      { id: newId(), title: title.trim(), template },
      {
        onSuccess: (note) => {
          setTitle("");
          onClose();
          goTo({ name: "notes", note: note.id });
          toastDone(t("notes.create.created", { title: note.title }));
        },
      },
    );
  };
  return (
    <Dialog
      title={t("notes.create.title")}
      isOpen={isOpen}
      onClose={onClose}
      width="wide"
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter" isDisabled={create.isPending}>{t("notes.create.create")}</Button>}
    >
      <form
        id={FORM}
        className={styles["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <TextField
          label={t("notes.create.name")}
          value={title}
          onChange={(next) => {
            setTitle(next);
            setLacksTitle(false);
          }}
          error={lacksTitle ? t("notes.create.lackTitle") : undefined}
          // The dialog begins with the one thing that has to be typed.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
        />
        <RadioGroup className={styles["templates"] ?? ""} aria-label={t("notes.create.template")} value={template ?? null} onChange={setChosen}>
          {templates.map((one) => (
            <Radio key={one.id} value={one.id} className={styles["template"] ?? ""}>
              <span className={styles["head"]}>
                <b>{one.name}</b>
                {one.max_pages !== undefined && <span className="t13 faint">{t("notes.create.upTo", { count: one.max_pages })}</span>}
              </span>
              <span className="muted">{one.purpose}</span>
            </Radio>
          ))}
        </RadioGroup>
        {create.error !== null && <ErrorNotice problem={create.error} />}
      </form>
    </Dialog>
  );
}
