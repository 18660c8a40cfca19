import { useState } from "react";
import type { CopyKind, NoteId } from "../../api/generated";
import { askWhereToSave } from "../../api/paths";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { fileName } from "../../lib/fileNames";
import { newId } from "../../lib/ids";
import { useShortcuts } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import styles from "./ExportButton.module.css";

/** Writes the note as PDF: asks where, saves what is being typed, says what came of it. */
export function ExportButton({ note, title, before }: { note: NoteId; title: string; before: () => Promise<void> }) {
  const act = useAct("note_export");
  const [copy, setCopy] = useRemembered<CopyKind>("notes.copy", "distribution");
  const [failed, setFailed] = useState(false);
  const markings = useRead("dossier_markings", {}).data ?? [];
  const run = async (kind: CopyKind, ceiling?: string) => {
    // A release is chosen each time: its label is not to be taken from habit.
    if (kind !== "release") setCopy(kind);
    await before();
    const name = title + t(`notes.export.suffix.${kind}`, { ceiling: ceiling ?? "" });
    const path = await askWhereToSave({ title: t("notes.export.dialog"), kind: t("notes.export.kind"), suggested_name: fileName(name, "note"), extension: "pdf" });
    if (path === undefined) return;
    act.mutate(
      { id: newId(), note, path, copy: kind, ...(ceiling === undefined ? {} : { ceiling }) },
      {
        onSuccess: (done) => toast({ text: t("notes.export.done", { file: done.export.file_name, pages: t("notes.export.pages", { count: done.export.pages }) }) }),
        onError: () => setFailed(true),
      },
    );
  };
  useShortcuts(t("notes.title"), [{ keys: "Ctrl E", label: t("notes.keys.exportPdf"), run: () => void run(copy) }]);
  return (
    <span className={styles["pair"]}>
      <Button look="primary" keys="Ctrl E" isDisabled={act.isPending} onPress={() => void run(copy)}>{t(act.isPending ? "notes.export.working" : "notes.export.action")}</Button>
      <Menu
        label={t("notes.export.copyKind")}
        placement="bottom end"
        trigger={<IconButton icon="down" size="small" label={t("notes.export.copyKind")} />}
        groups={[
          {
            heading: t("notes.export.copyKind"),
            entries: (["distribution", "file"] as const).map((kind) => ({ id: kind, label: t(`notes.export.${kind}`), chosen: copy === kind, run: () => void run(kind) })),
          },
          {
            heading: t("notes.export.releaseKind"),
            entries: markings.slice(0, -1).map((label) => ({ id: label, label, run: () => void run("release", label) })),
          },
        ]}
      />
      <Dialog title={t("notes.export.action")} isOpen={failed && act.error !== null} onClose={() => setFailed(false)} footer={<Button look="primary" onPress={() => setFailed(false)}>{t("common.close")}</Button>}>
        {act.error !== null && <ErrorNotice problem={act.error} />}
      </Dialog>
    </span>
  );
}
