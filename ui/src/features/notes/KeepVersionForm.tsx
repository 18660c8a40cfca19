import { useState } from "react";
import type { Note } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import styles from "./VersionsDialog.module.css";

/** Keeps the note as it stands, under a name. */
export function KeepVersionForm({ note, before }: { note: Note; before: () => Promise<void> }) {
  const act = useAct("version_keep");
  const [name, setName] = useState("");
  const keep = async () => {
    if (name.trim() === "" || act.isPending) return;
    await before();
    act.mutate(
      { id: newId(), note: note.id, name: name.trim() },
      {
        onSuccess: (version) => {
          setName("");
          toast({ text: t("notes.versions.kept", { name: version.name }) });
        },
      },
    );
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField label={t("notes.versions.name")} placeholder={t("notes.versions.nameExample")} value={name} onChange={setName} />
      <Button type="submit" isPending={act.isPending}>{t("notes.versions.keep")}</Button>
      {act.error !== null && <ErrorNotice problem={act.error} />}
    </form>
  );
}
