import { useEffect, useRef, useState } from "react";
import { Button as Press } from "react-aria-components/Button";
import type { Note, NoteId } from "../../api/generated";
import { askForFiles } from "../../api/paths";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import { focusHome } from "../../lib/focus";
import { useShortcuts } from "../../lib/keys";
import { goTo } from "../../lib/place";
import { useRowsLeft, type RowsLeft } from "../../lib/rowsLeft";
import { written } from "../../lib/written";
import { ExportsList } from "./ExportsList";
import styles from "./NotesList.module.css";
import { SaveTemplateDialog } from "./SaveTemplateDialog";
import { useReopen } from "./useReopen";

/** All notes, and below them what of them has left the building. */
export function NotesList({ left, onNew }: {
  /** The note one comes from. */
  left: NoteId | undefined;
  onNew: () => void;
}) {
  const { data: notes, error } = useRead("note_list", {});
  const templates = useRead("template_list", {}).data ?? [];
  useShortcuts(t("notes.title"), [{ keys: "Ctrl N", label: t("notes.keys.newNote"), run: onNew }]);
  const reopenAt = useReopen();
  const reopen = async () => {
    const [path] = await askForFiles(t("notes.list.reopenDialog"));
    if (path !== undefined) reopenAt(path);
  };
  const isEmpty = notes?.length === 0;
  // What had the focus is gone with the note that was open, or with the table.
  useEffect(() => focusHome(), [isEmpty]);
  const home = notes?.some(({ id }) => id === left) === true ? left : notes?.[0]?.id;
  const list = useRef<HTMLTableSectionElement>(null);
  const rows = useRowsLeft(list, notes?.map(({ id }) => id) ?? [], () => null);
  const newNote = <Button data-home={isEmpty || undefined} look={isEmpty ? "primary" : "plain"} icon="plus" keys="Ctrl N" onPress={onNew}>{t("notes.list.new")}</Button>;
  return (
    <section className={styles["place"]} aria-label={t("notes.title")}>
      <Bar title={t("notes.title")} level={1} count={notes?.length}>
        <span className="grow" />
        <Button look="quiet" onPress={() => void reopen()}>{t("notes.list.reopen")}</Button>
        {notes !== undefined && notes.length > 0 && newNote}
      </Bar>
      <div className={styles["body"]}>
        {error !== null && <ErrorNotice problem={error} />}
        {isEmpty && <EmptyState title={t("notes.list.empty")} action={newNote}>{t("notes.list.emptyHelp")}</EmptyState>}
        {notes !== undefined && notes.length > 0 && (
          <table className={styles["table"]} aria-label={t("notes.list.label")}>
            <thead>
              <tr>
                {(["title", "template", "version", "state", "begun"] as const).map((column) => <th key={column} scope="col">{t(`notes.list.columnsNote.${column}`)}</th>)}
                <th><span className="sr">{t("common.more")}</span></th>
              </tr>
            </thead>
            <tbody ref={list}>
              {notes.map((note) => (
                <tr key={note.id}>
                  <th scope="row"><Press data-home={note.id === home || undefined} className={styles["open"] ?? ""} {...written(note.title, note.language)} onPress={() => goTo({ name: "notes", note: note.id })}>{note.title}</Press></th>
                  <td>{templates.find((one) => one.id === note.template)?.name ?? note.template}</td>
                  <td>{note.version}</td>
                  <td>{note.is_cleared && note.clearance !== null ? t("notes.list.clearedBy", { by: note.clearance.by }) : t("notes.list.draft")}</td>
                  <td className="muted">{showMoment(note.created_at)}</td>
                  <td><NoteMenu note={note} rows={rows} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ExportsList />
      </div>
    </section>
  );
}

function NoteMenu({ note, rows: { leave, stay } }: { note: Note; rows: RowsLeft }) {
  const remove = useAct("note_delete");
  const [isSaving, setSaving] = useState(false);
  return (
    <>
      <SaveTemplateDialog key={String(isSaving)} note={note} isOpen={isSaving} onClose={() => setSaving(false)} />
      <Menu
        label={t("notes.list.more", { title: note.title })}
        placement="bottom end"
        trigger={<IconButton icon="more" size="small" label={t("notes.list.more", { title: note.title })} />}
        groups={[
          { entries: [{ id: "open", label: t("common.open"), icon: "notes", run: () => goTo({ name: "notes", note: note.id }) }, { id: "template", label: t("notes.template.action"), run: () => setSaving(true) }] },
          {
            entries: [
              {
                id: "delete",
                label: t("notes.list.delete"),
                danger: true,
                run: () => {
                  leave(note.id);
                  remove.mutate({ id: note.id }, {
                    onSuccess: () => toastDone(t("notes.list.deleted", { title: note.title })),
                    onError: (problem) => {
                      stay();
                      toastError(problem);
                    },
                  });
                },
              },
            ],
          },
        ]}
      />
    </>
  );
}
