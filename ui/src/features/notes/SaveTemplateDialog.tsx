import { useState } from "react";
import type { Note, TemplateWords } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Radios } from "../../design/Checkbox";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";

const FORM = "save-template";

/** How many pages at most: none where nothing is said, and nothing where it cannot be read. */
function limitOf(typed: string): number | null | undefined {
  const said = typed.trim();
  if (said === "") return null;
  return /^0*[1-9]\d{0,2}$/.test(said) ? Number(said) : undefined;
}

/** Makes a template of a note: its headings, tables and hints, with or without what was written. */
export function SaveTemplateDialog({ note, isOpen, onClose }: { note: Note; isOpen: boolean; onClose: () => void }) {
  const act = useAct("template_save");
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [pages, setPages] = useState("");
  const [words, setWords] = useState<TemplateWords>("emptied");
  const limit = limitOf(pages);
  const save = () => {
    if (name.trim() === "" || limit === undefined) return;
    act.mutate(
      { id: newId(), note: note.id, name: name.trim(), purpose: purpose.trim(), max_pages: limit, words },
      {
        onSuccess: () => {
          onClose();
          toastDone(t("notes.template.saved", { name: name.trim() }));
        },
      },
    );
  };
  return (
    <Dialog
      title={t("notes.template.title")}
      isOpen={isOpen}
      onClose={onClose}
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter" isDisabled={act.isPending}>{t("notes.template.save")}</Button>}
    >
      <form
        id={FORM}
        style={{ display: "grid", gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {/* The dialog begins with its first field. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <TextField autoFocus label={t("notes.template.name")} placeholder={t("notes.template.nameExample")} value={name} onChange={setName} />
        <TextField label={t("notes.template.purpose")} value={purpose} onChange={setPurpose} />
        <TextField label={t("notes.template.pages")} inputMode="numeric" value={pages} onChange={setPages} error={limit === undefined ? t("notes.template.pagesHelp") : undefined} />
        <Radios
          label={t("notes.template.words")}
          choices={(["emptied", "kept"] as const).map((id) => ({ id, label: t(`notes.template.${id}`) }))}
          value={words}
          onChange={setWords}
        />
        {act.error !== null && <ErrorNotice problem={act.error} />}
      </form>
    </Dialog>
  );
}
