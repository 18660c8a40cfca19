import { useEffect, useEffectEvent, useState } from "react";
import type { Comparison, NoteId, Revision } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import styles from "./BringBack.module.css";
import { WordChange } from "./WordChange";

/** What came back from Word, file by file and block by block: to take or to leave. All that is taken of a file is one step to undo. */
export function BringBack({ note, paths, onClose }: { note: NoteId; paths: readonly string[]; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const came = useAct("note_compare");
  const read = useEffectEvent((path: string) => came.mutate({ note, path }));
  const path = paths[at];
  useEffect(() => {
    if (path !== undefined) read(path);
  }, [path, at]);
  const next = () => {
    if (at + 1 >= paths.length) onClose();
    else {
      came.reset();
      setAt(at + 1);
    }
  };
  const isRead = came.data !== undefined || came.error !== null;
  return (
    <Dialog title={paths.length === 1 ? t("notes.word.title") : t("notes.word.titleOf", { number: at + 1, total: paths.length })} isOpen={isRead} onClose={next} width="wide">
      {came.error !== null && <ErrorNotice problem={came.error} />}
      {came.data !== undefined && <Changes key={at} note={note} came={came.data} onClose={next} />}
    </Dialog>
  );
}

function Changes({ note, came, onClose }: { note: NoteId; came: Comparison; onClose: () => void }) {
  const act = useAct("note_revise");
  // What was changed here too is left unless somebody says otherwise: taking it would undo that.
  const [taken, setTaken] = useState(() => new Set(came.changes.flatMap((change, at) => (change.revision !== null && !change.changed_here ? [at] : []))));
  const takeable = came.changes.flatMap((change, at) => (change.revision === null ? [] : [at]));
  const revisions: Revision[] = came.changes.flatMap((change, at) => (change.revision !== null && taken.has(at) ? [change.revision] : []));
  const take = () =>
    act.mutate(
      { note, revisions },
      {
        onSuccess: () => {
          toastDone(t("notes.word.done", { count: revisions.length }));
          onClose();
        },
        onError: toastError,
      },
    );
  const set = (at: number, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) next.add(at);
    else next.delete(at);
    setTaken(next);
  };
  return (
    <div className={styles["all"]}>
      <p className={styles["about"]}>
        {came.changes.length === 0 ? t(came.notices.length === 0 ? "notes.word.none" : "notes.word.noneToTake", { file: came.export.file_name }) : t("notes.word.about", { file: came.export.file_name, version: came.export.version, count: came.changes.length })}
      </p>
      {came.notices.map((notice) => <p key={notice} className={styles["notice"]} role="note">{notice}</p>)}
      <ol className={styles["list"]} aria-label={t("notes.word.list")}>
        {came.changes.map((change, at) => (
          // The list never changes while it is shown.
          <WordChange key={at} change={change} isTaken={taken.has(at)} onTake={(isTaken) => set(at, isTaken)} />
        ))}
      </ol>
      <footer className={styles["foot"]}>
        {takeable.length > 1 && <Button look="quiet" onPress={() => setTaken(new Set(takeable))}>{t("notes.word.all")}</Button>}
        {takeable.length > 1 && <Button look="quiet" onPress={() => setTaken(new Set())}>{t("notes.word.nothing")}</Button>}
        <span className={styles["grow"]} />
        <Button onPress={onClose}>{t(takeable.length === 0 ? "common.close" : "notes.word.leave")}</Button>
        {takeable.length > 0 && <Button look="primary" isDisabled={revisions.length === 0 || act.isPending} onPress={take}>{t("notes.word.take", { count: revisions.length })}</Button>}
      </footer>
    </div>
  );
}
