import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { followDrops } from "../api/paths";
import { useRead } from "../api/query";
import { EmptyState } from "../design/EmptyState";
import { ErrorNotice } from "../design/Notice";
import { SplitPane } from "../design/SplitPane";
import { ImportJobs } from "../features/sources/ImportJobs";
import { PasteDialog } from "../features/sources/PasteDialog";
import { SourceList } from "../features/sources/SourceList";
import { usePasteAnywhere, type Adding } from "../features/sources/useAdding";
import { useReopen } from "../features/notes/useReopen";
import { FirstSource } from "../features/start/FirstSource";
import { t } from "../i18n";
import { usePlace, usePlaceOf } from "../lib/place";
import styles from "./SourcesPlace.module.css";

// Read in once a source is opened: the window is ready before.
const Reader = lazy(async () => ({ default: (await import("../features/reader/Reader")).Reader }));

/** Sources: the list, the reader beside it; before the first source, the way to it. */
export function SourcesPlace({ adding, onSample }: { adding: Adding; onSample: () => void }) {
  const { data, error } = useRead("source_list", {});
  const jobs = useRead("job_list", {}).data ?? [];
  const { source: chosen, excerpt } = usePlaceOf("sources");
  if (error !== null) return <div className={styles["problem"]}><ErrorNotice problem={error} /></div>;
  if (data === undefined) return <div className={styles["problem"]} aria-busy="true" />;
  if (data.length === 0 && jobs.length === 0) return <FirstSource onChoose={adding.chooseFiles} onPaste={() => adding.openPaste()} onSample={onSample} />;
  const open = data.find(({ source }) => source.id === chosen);
  return (
    <SplitPane
      id="sources"
      label={t("sources.width")}
      initial={296}
      min={220}
      max={480}
      pane={
        <SourceList items={data} chosen={chosen} onChooseFiles={adding.chooseFiles} onChooseFolders={adding.chooseFolders} onPaste={() => adding.openPaste()}>
          <ImportJobs />
        </SourceList>
      }
    >
      {open === undefined ? (
        <div className={styles["problem"]}><EmptyState title={t("sources.choose")}>{t("sources.chooseText")}</EmptyState></div>
      ) : (
        <Suspense>
          <Reader key={open.source.id} id={open.source.id} isRead={open.read} excerpt={excerpt} />
        </Suspense>
      )}
    </SplitPane>
  );
}

/** The paste dialog and the veil that files hang over, wherever one is. */
export function AddingLayer({ adding, hasDossier, onDossier }: { adding: Adding; hasDossier: boolean; onDossier: (path: string) => void }) {
  const [isOver, setOver] = useState(false);
  const { name } = usePlace();
  // Without a dossier there is only the way in, wherever one was when the last was closed.
  const at = hasDossier ? name : "sources";
  const reopen = useReopen();
  // Among the notes, a PDF is a note to be opened again; anywhere else it is a document.
  const isNote = (path: string) => at === "notes" && path.toLowerCase().endsWith(".pdf");
  // Where a text can come in there is no other use for a paste.
  usePasteAnywhere(adding.openPaste, at === "sources");
  const drop = useEffectEvent((paths: string[]) => {
    const dossier = paths.find((path) => path.toLowerCase().endsWith(".standpoint"));
    if (dossier !== undefined) {
      onDossier(dossier);
      return;
    }
    paths.filter(isNote).forEach(reopen);
    const documents = paths.filter((path) => !isNote(path));
    if (documents.length > 0) adding.addPaths(documents);
  });
  useEffect(() => followDrops(setOver, (paths) => drop(paths)), []);
  return (
    <>
      {isOver && <div className={styles["veil"]}><p>{t(at === "notes" ? "shell.draggingNotes" : "shell.draggingFiles")}</p></div>}
      {adding.pasting !== undefined && (
        <PasteDialog initial={adding.pasting} onAdd={adding.addPasted} onClose={adding.closePaste} onBringBack={() => adding.openPaste()} problem={adding.problem} isAdding={adding.isAdding} />
      )}
    </>
  );
}
