import type { Reopened } from "../../api/generated";
import { useAct } from "../../api/query";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { goTo } from "../../lib/place";

/** Opens the note that a file copy carries, and goes to it. */
export function useReopen(): (path: string) => void {
  const act = useAct("note_reopen");
  return (path) => act.mutate({ path }, { onSuccess: say, onError: toastError });
}

function say({ note, beside, in_passages: count }: Reopened): void {
  const passages = count === 0 ? "" : ` ${t("notes.list.reopenedPassages", { count })}`;
  toastDone(t(beside ? "notes.list.reopenedBeside" : "notes.list.reopened", { title: note.title }) + passages);
  goTo({ name: "notes", note: note.id });
}
