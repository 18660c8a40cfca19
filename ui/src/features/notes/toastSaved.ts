import { toastDone } from "../../design/toasts";
import type { NoteStore } from "./noteStore";

/** Says that something was done in a note once it is saved. While it is not, the notice over the note tells what is in the way. */
export async function toastSaved(store: NoteStore, text: string): Promise<void> {
  await store.flush();
  if (store.get().isSaved) toastDone(text);
}
