import { useState } from "react";
import type { CopyKind, ExportFormat, NoteId } from "../../api/generated";
import { askForFiles, askWhereToSave } from "../../api/paths";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { useCommands } from "../../design/commands";
import { Dialog } from "../../design/Dialog";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { fileName } from "../../lib/fileNames";
import { focusAfterDialogs } from "../../lib/focus";
import { newId } from "../../lib/ids";
import { useShortcuts } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import { BringBack } from "./BringBack";
import styles from "./ExportButton.module.css";
import { lastView } from "./fields";

/** Writes the note, as PDF unless another format is chosen: asks where, saves what is being typed, says what came of it. */
export function ExportButton({ note, title, before }: { note: NoteId; title: string; before: () => Promise<void> }) {
  const act = useAct("note_export");
  const [copy, setCopy] = useRemembered<CopyKind>("notes.copy", "distribution");
  const [failed, setFailed] = useState(false);
  const [brought, setBrought] = useState<string[] | undefined>();
  const markings = useRead("dossier_markings", {}).data ?? [];
  /** Says whether it was told where to. */
  const run = async (kind: CopyKind, ceiling?: string, format: ExportFormat = "pdf"): Promise<boolean> => {
    await before();
    const name = title + t(`notes.export.suffix.${kind}`, { ceiling: ceiling ?? "" });
    const path = await askWhereToSave({ title: t("notes.export.dialog", { kind: t(`notes.export.kind.${format}`) }), kind: t(`notes.export.kind.${format}`), suggested_name: fileName(name, "note"), extension: format });
    if (path === undefined) return false;
    act.mutate(
      { id: newId(), note, path, copy: kind, format, ...(ceiling === undefined ? {} : { ceiling }) },
      {
        onSuccess: ({ export: { file_name: file, pages: count } }) => toast({ text: count === 0 ? t("notes.export.doneWithoutPages", { file }) : t("notes.export.done", { file, pages: t("notes.export.pages", { count }) }) }),
        onError: () => setFailed(true),
      },
    );
    return true;
  };
  // Only the menu, which shows it, says which copy is the usual one. A release is none: its label is not to be taken from
  // habit.
  const makeUsual = async (kind: "distribution" | "file") => {
    if (await run(kind)) setCopy(kind);
  };
  const bringBack = async () => {
    await before();
    const paths = await askForFiles(t("notes.word.dialog"));
    if (paths.length > 0) setBrought(paths);
  };
  useShortcuts(t("notes.title"), [{ keys: "Ctrl E", label: t("notes.keys.exportPdf"), run: () => void run(copy) }]);
  useCommands([
    { id: "pdf", label: t("notes.keys.exportPdf"), words: t("notes.words.pdf"), icon: "notes", keys: "Ctrl E", run: () => void run(copy) },
    { id: "file", label: t("notes.export.commands.file"), words: t("notes.words.file"), icon: "notes", run: () => void run("file") },
    ...(["docx", "html", "md"] as const).map((format) => ({ id: format, label: t("notes.export.commands.as", { kind: t(`notes.export.kind.${format}`) }), words: t("notes.words.pdf"), icon: "notes" as const, run: () => void run(copy, undefined, format) })),
    { id: "bring", label: t("notes.word.bring"), icon: "open", run: () => void bringBack() },
  ]);
  return (
    <span className={styles["pair"]}>
      <Button look="primary" keys="Ctrl E" isPending={act.isPending} onPress={() => void run(copy)}>{t(act.isPending ? "notes.export.working" : "notes.export.action")}</Button>
      <Menu
        label={t("notes.export.copyKind")}
        placement="bottom end"
        trigger={<IconButton data-copies icon="down" size="small" label={t("notes.export.copyKind")} />}
        groups={[
          {
            heading: t("notes.export.copyKind"),
            entries: (["distribution", "file"] as const).map((kind) => ({ id: kind, label: t(`notes.export.${kind}`), chosen: copy === kind, run: () => void fromMenu(makeUsual(kind)) })),
          },
          {
            heading: t("notes.export.formatKind"),
            entries: (["docx", "html", "md"] as const).map((format) => ({ id: format, label: t(`notes.export.as.${format}`), run: () => void fromMenu(run(copy, undefined, format)) })),
          },
          {
            heading: t("notes.export.releaseKind"),
            entries: markings.slice(0, -1).flatMap((label) => [
              { id: label, label: t("notes.export.releaseAs.pdf", { label }), run: () => void fromMenu(run("release", label)) },
              { id: `${label}/docx`, label: t("notes.export.releaseAs.docx", { label }), run: () => void fromMenu(run("release", label, "docx")) },
            ]),
          },
          { heading: t("notes.word.group"), entries: [{ id: "word", label: t("notes.word.bring"), run: () => void fromMenu(bringBack()) }] },
        ]}
      />
      <Dialog title={t("notes.export.action")} isOpen={failed && act.error !== null} onClose={() => setFailed(false)} footer={<Button look="primary" onPress={() => setFailed(false)}>{t("common.close")}</Button>}>
        {act.error !== null && <ErrorNotice problem={act.error} />}
      </Dialog>
      {brought !== undefined && (
        <BringBack
          note={note}
          paths={brought}
          onClose={() => {
            setBrought(undefined);
            void focusAfterDialogs(() => lastView()?.dom ?? document.querySelector("[data-note-field]"));
          }}
        />
      )}
    </span>
  );
}

/** What was chosen in the menu is gone with it once a path was asked for: the focus goes back to what opened the menu. */
async function fromMenu(asking: Promise<unknown>): Promise<void> {
  await asking;
  focusAfterDialogs(() => document.querySelector("[data-copies]"));
}
