import { useEffect, useState } from "react";
import { useRead } from "../api/query";
import { Button } from "../design/Button";
import { ErrorNotice } from "../design/Notice";
import { CreateNote } from "../features/notes/CreateNote";
import { focusBlock } from "../features/notes/useOpenNote";
import { NotesList } from "../features/notes/NotesList";
import { NoteView } from "../features/notes/NoteView";
import { t } from "../i18n";
import { goTo, usePlaceOf } from "../lib/place";
import { useStore } from "../lib/store";
import { beginning, beginNote } from "./beginNote";

/** The notes: the list of them, or the one that is open. */
export function NotesPlace() {
  const { note, block } = usePlaceOf("notes");
  const { data, error } = useRead("note_get", note === undefined ? undefined : { id: note });
  const isCreating = useStore(beginning);
  // Which one was open last: one comes back to it among the others.
  const [left, setLeft] = useState(note);
  if (note !== undefined && note !== left) setLeft(note);
  const isThere = data !== undefined;
  useEffect(() => {
    if (block !== undefined && isThere) requestAnimationFrame(() => focusBlock(block));
  }, [block, isThere]);

  if (note !== undefined && error !== null) {
    return (
      <div style={{ padding: 16 }}>
        <ErrorNotice problem={error} action={<Button look="link" onPress={() => goTo({ name: "notes" })}>{t("notes.list.back")}</Button>} />
      </div>
    );
  }
  return (
    <>
      {note === undefined && <NotesList left={left} onNew={beginNote} />}
      {note !== undefined && data !== undefined && <NoteView key={note} full={data} />}
      <CreateNote isOpen={isCreating} onClose={() => beginning.set(false)} />
    </>
  );
}
