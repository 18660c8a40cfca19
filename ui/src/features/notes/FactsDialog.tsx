import type { ReactNode } from "react";
import type { Note, NoteId } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { MarkingSelect } from "../../design/MarkingSelect";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { dropDraft, useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { localOffset } from "../../lib/dates";
import { draftOf, factsOf, lacksClearer, type FactsDraft } from "./factsDraft";
import styles from "./FactsDialog.module.css";
import { MomentField } from "./MomentField";
import { Recipients } from "./Recipients";

const FORM = "note-facts";

/** The name of what is written of a note's details and not saved. */
export const aboutFacts = (note: NoteId): string => `facts ${note}`;

/** What stands around a note's body: title block, meeting, distribution, clearance. */
export function FactsDialog({ note, onClose, onBringBack }: {
  note: Note;
  onClose: () => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
}) {
  const about = aboutFacts(note.id);
  const edit = useAct("note_edit", () => dropDraft(about));
  const { written, write, leave } = useDraft<FactsDraft>(about, onBringBack);
  // What somebody else changes meanwhile stays changed, unless it was written here as well.
  const draft = { ...draftOf(note), ...written };
  const save = () => {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19) + localOffset(now);
    edit.mutate(
      { id: note.id, facts: factsOf(draft, note, local) },
      {
        onSuccess: () => {
          onClose();
          toastDone(t("notes.facts.saved"));
        },
      },
    );
  };
  return (
    <Dialog
      title={t("notes.facts.title")}
      isOpen
      onClose={() => {
        leave();
        onClose();
      }}
      width="wide"
      footer={<Button look="primary" type="submit" form={FORM} keys="Enter" isDisabled={edit.isPending}>{t("notes.facts.save")}</Button>}
    >
      <FactsForm
        note={note}
        draft={draft}
        change={(part) => write(() => part)}
        onSave={save}
        problem={edit.error !== null && <div ref={intoView}><ErrorNotice problem={edit.error} /></div>}
      />
    </Dialog>
  );
}

function FactsForm({ note, draft, change, onSave, problem }: { note: Note; draft: FactsDraft; change: (part: Partial<FactsDraft>) => void; onSave: () => void; problem: ReactNode }) {
  const markings = useRead("dossier_markings", {}).data ?? [];
  const scheme = useRead("app_state", {}).data?.dossier?.head.marking_scheme.scheme;
  const lacksTitle = draft.title.trim() === "";
  const lacksVersion = draft.version.trim() === "";
  const words = (part: "reference" | "preparedBy" | "preparedFor" | "meetingTitle" | "meetingPlace" | "meetingZone" | "meetingWho") => (
    <TextField label={t(`notes.facts.${part}`)} value={draft[part]} onChange={(value) => change({ [part]: value })} />
  );
  return (
    <form
      id={FORM}
      className={styles["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The first field in which something is wrong takes the focus.
        if (event.currentTarget.checkValidity()) onSave();
      }}
    >
      {/* The dialog begins with its first field. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
      <TextField autoFocus label={t("notes.facts.name")} value={draft.title} onChange={(title) => change({ title })} error={lacksTitle ? t("notes.facts.lackTitle") : undefined} />
      <div className={styles["three"]}>
        {words("reference")}
        <TextField label={t("notes.facts.version")} value={draft.version} onChange={(version) => change({ version })} error={lacksVersion ? t("notes.facts.lackVersion") : undefined} />
        <MarkingSelect label={t("notes.facts.marking")} none={t("notes.facts.markingNone")} markings={markings} value={draft.marking} onChange={(marking) => change({ marking })} />
        {words("preparedBy")}
        {words("preparedFor")}
        <TextField label={t("notes.facts.lastBrief")} help={t("notes.facts.lastBriefHelp")} value={draft.lastBrief} onChange={(lastBrief) => change({ lastBrief })} />
        <TextField label={t("notes.facts.language")} help={t("notes.facts.languageHelp")} value={draft.language} onChange={(language) => change({ language })} />
        <Select label={t("notes.facts.paper")} choices={(["a4", "letter"] as const).map((id) => ({ id, label: t(`notes.pages.paper.${id}`) }))} value={draft.paper} onChange={(paper) => change({ paper })} />
        <Select label={t("notes.facts.print")} choices={(["usual", "large"] as const).map((id) => ({ id, label: t(`notes.facts.prints.${id}`) }))} value={draft.print ?? "usual"} onChange={(print) => change({ print: print === "usual" ? null : print })} />
      </div>
      <div className={styles["two"]}>
        <MomentField label={t("notes.facts.cutoff")} value={draft.cutoff} onChange={(cutoff) => change({ cutoff })} />
        <MomentField label={t("notes.facts.issued")} value={draft.issued} onChange={(issued) => change({ issued })} />
      </div>
      <Group title={t("notes.facts.meeting")}>
        <div className={styles["two"]}>
          {words("meetingTitle")}
          {words("meetingPlace")}
          <MomentField label={t("notes.facts.meetingStart")} isToCome value={draft.meetingStart} onChange={(meetingStart) => change({ meetingStart })} />
          {words("meetingZone")}
        </div>
        {words("meetingWho")}
      </Group>
      <Group title={t("notes.facts.distribution")}>
        <Recipients value={draft.distribution} onChange={(distribution) => change({ distribution })} />
      </Group>
      {scheme === "us" && (
        <Group title={t("notes.facts.controls")}>
          <div className={styles["three"]}>
            {(["category", "dissemination", "contact"] as const).map((part) => {
              const name = { category: t("notes.facts.controlsCategory"), dissemination: t("notes.facts.controlsDissemination"), contact: t("notes.facts.controlsContact") }[part];
              return <TextField key={part} label={name} value={draft.controls[part]} onChange={(value) => change({ controls: { ...draft.controls, [part]: value } })} />;
            })}
          </div>
        </Group>
      )}
      <Group title={t("notes.facts.clearance")}>
        <div className={styles["two"]}>
          <TextField label={t("notes.facts.clearedBy")} value={draft.clearedBy} onChange={(clearedBy) => change({ clearedBy })} error={lacksClearer(draft, note) ? t("notes.facts.lackClearer") : undefined} />
          <MomentField label={t("notes.facts.clearedAt")} value={draft.clearedAt} onChange={(clearedAt) => change({ clearedAt })} />
        </div>
        <p className="t13 faint">{t("notes.facts.clearedHelp", { version: draft.version })}</p>
      </Group>
      {problem}
    </form>
  );
}

/** The form is longer than the window, and what is said at its end has to be seen. */
const intoView = (said: HTMLElement | null) => said?.scrollIntoView({ block: "nearest" });

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles["group"]} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
