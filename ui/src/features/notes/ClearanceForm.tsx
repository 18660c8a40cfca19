import { useState } from "react";
import type { Note } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import { focusWhenThere } from "../../lib/focus";
import styles from "./VersionsDialog.module.css";

/** Clears the note as it stands, or says by whom it was cleared and takes that back. */
export function ClearanceForm({ note, before }: { note: Note; before: () => Promise<void> }) {
  const clear = useAct("note_clear");
  const withdraw = useAct("note_withdraw_clearance");
  const [by, setBy] = useState("");
  const isCleared = useRead("note_list", {}).data?.some(({ id, is_cleared: is }) => id === note.id && is);
  const { clearance, version } = note;
  if (isCleared === undefined) return null;
  if (clearance !== null && isCleared) {
    return (
      <div className={styles["cleared"]} data-cleared>
        <Icon name="check" />
        <p>{t("notes.versions.isCleared", { by: clearance.by, version, at: showMoment(clearance.at) })}</p>
        <Button
          size="small"
          onPress={() =>
            withdraw.mutate({ id: note.id }, {
              onSuccess: () => {
                // The button goes with the focus on it.
                focusWhenThere(() => document.querySelector<HTMLElement>("[data-clearing] input"), () => null);
                toastDone(t("notes.versions.withdrawn"));
              },
              onError: toastError,
            })
          }
        >
          {t("notes.versions.withdraw")}
        </Button>
      </div>
    );
  }
  const give = async () => {
    if (by.trim() === "" || clear.isPending) return;
    await before();
    clear.mutate({ id: note.id, by: by.trim() }, {
      onSuccess: () => {
        // The form goes with the focus in it.
        focusWhenThere(() => document.querySelector<HTMLElement>("[data-cleared] button"), () => null);
        toastDone(t("notes.versions.nowCleared", { version }));
      },
    });
  };
  return (
    <form
      data-clearing
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      {clearance?.version === version && <p>{t("notes.versions.changedSince", { by: clearance.by, at: showMoment(clearance.at) })}</p>}
      <TextField label={t("notes.facts.clearedBy")} placeholder={t("notes.versions.byExample")} value={by} onChange={setBy} />
      <Button type="submit" isPending={clear.isPending}>{t("notes.versions.clear", { version })}</Button>
      {clear.error !== null && <ErrorNotice problem={clear.error} />}
    </form>
  );
}
