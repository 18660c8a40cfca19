import { useRef, useState } from "react";
import { useNames } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { useOnceCome } from "../../lib/onceCome";
import { goTo } from "../../lib/place";
import styles from "./CreateNote.module.css";
import { SubjectFields, NO_SUBJECT, subjectOf } from "./SubjectFields";
import { TemplateChoice } from "./TemplateChoice";

const FORM = "create-note";
const TEMPLATE = "template";

/** Begins a note: a title, and the template whose purpose fits or the note it follows; what it is about, to be filled in at once. */
export function CreateNote({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { data: templates = [], isLoading } = useRead("template_list", {});
  const notes = useRead("note_list", {}).data ?? [];
  const create = useAct("note_create");
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<string | undefined>();
  const [from, setFrom] = useState(TEMPLATE);
  const [subject, setSubject] = useState(NO_SUBJECT);
  const [lacksTitle, setLacksTitle] = useState(false);
  const template = chosen ?? templates[0]?.id;
  const isFromNote = from !== TEMPLATE;
  const names = useNames();
  const titleField = useRef<HTMLInputElement>(null);
  // Whoever has said which meeting it is for, or whom it is about, has said what it is called.
  const about = subject.meeting.trim() !== "" ? subject.meeting.trim() : titleOf(templates.find(({ id }) => id === template)?.name, names.actorList(subject.actors));
  const proposed = isFromNote ? "" : about;
  const begin = () => {
    const called = title.trim() === "" ? proposed : title.trim();
    if (called === "" || template === undefined) {
      setLacksTitle(called === "");
      titleField.current?.focus();
      return;
    }
    create.mutate(
      { id: newId(), title: called, template, ...(isFromNote ? { from } : subjectOf(subject, called)) },
      {
        onSuccess: (note) => {
          setTitle("");
          setFrom(TEMPLATE);
          setSubject(NO_SUBJECT);
          onClose();
          goTo({ name: "notes", note: note.id });
          toastDone(t("notes.create.created", { title: note.title }));
        },
      },
    );
  };
  // Whoever types its title and Enter is not to wait for the templates to be there.
  const { runOnceCome, letBe } = useOnceCome(isLoading, begin);
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
          if (event.currentTarget.checkValidity()) runOnceCome();
        }}
      >
        <div className={styles["pair"]}>
          <TextField
            label={t("notes.create.name")}
            placeholder={proposed}
            inputRef={titleField}
            value={title}
            onChange={(next) => {
              setTitle(next);
              setLacksTitle(false);
              letBe();
            }}
            error={lacksTitle && proposed === "" ? t("notes.create.lackTitle") : undefined}
            // The dialog begins with the one thing that has to be typed.
            // eslint-disable-next-line jsx-a11y-x/no-autofocus
            autoFocus
          />
          {notes.length > 0 && (
            <Select
              label={t("notes.create.begins")}
              choices={[{ id: TEMPLATE, label: t("notes.create.withTemplate") }, ...notes.map((note) => ({ id: note.id, label: t("notes.create.asNote", { title: note.title, version: note.version }) }))]}
              value={from}
              onChange={setFrom}
            />
          )}
        </div>
        {isFromNote ? (
          <p className="muted">{t("notes.create.fromNoteHelp")}</p>
        ) : (
          <>
            <TemplateChoice templates={templates} chosen={template} onChoose={setChosen} />
            <SubjectFields value={subject} onChange={setSubject} />
          </>
        )}
        {create.error !== null && <ErrorNotice problem={create.error} />}
      </form>
    </Dialog>
  );
}

const titleOf = (template: string | undefined, actors: string): string => (template === undefined || actors === "" ? "" : t("notes.create.titleOf", { template, actors }));
