import { useEffect, useState } from "react";
import { useAct } from "../../api/query";
import { askForFiles, askForFolders } from "../../api/paths";
import { asCommandError } from "../../api/client";
import { toast, toastDone, toastError } from "../../design/toasts";
import { dropDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { titleFrom } from "../../lib/fileNames";
import { newId } from "../../lib/ids";
import { goTo } from "../../lib/place";
import { ABOUT, type Pasted } from "./PasteDialog";

/** The ways in: files and folders chosen or dropped, text pasted. `ready` sees to it that there is a dossier to add to; it is told the name of what comes in. */
export function useAdding(ready: (name: string, then: () => void) => void) {
  const [pasting, setPasting] = useState<Pasted | undefined>();
  const importing = useAct("import_files");
  const adding = useAct("import_paste", () => dropDraft(ABOUT));

  const addPaths = (paths: string[]) => {
    if (paths.length > 0) ready(titleFrom(paths[0] ?? ""), () => importing.mutate({ paths }, { onError: toastError }));
  };
  const chooseFiles = () => {
    const kinds = { documents: t("sources.documents"), anything: t("sources.anyFile") };
    askForFiles(t("sources.openFiles").replace("…", ""), kinds).then(addPaths, (thrown: unknown) => toastError(asCommandError(thrown)));
  };
  const chooseFolders = () => {
    askForFolders(t("sources.openFolder").replace("…", "")).then(addPaths, (thrown: unknown) => toastError(asCommandError(thrown)));
  };
  const openPaste = (pasted: Pasted = { text: "", html: undefined }) => {
    adding.reset();
    // What is pasted now, and not what was before.
    if (pasted.text !== "") dropDraft(ABOUT);
    setPasting(pasted);
  };
  const addPasted = (title: string, pasted: Pasted) => ready(title, () => adding.mutate(
      { id: newId(), text: pasted.text, ...(pasted.html === undefined ? {} : { html: pasted.html }), ...(title === "" ? {} : { title }) },
      {
        onSuccess: ({ source, known }) => {
          setPasting(undefined);
          goTo({ name: "sources", source: source.id });
          if (known) toast({ text: t("sources.known", { title: source.title }) });
          else toastDone(t("sources.addedOne", { title: source.title }));
        },
      },
    ));

  return { pasting, openPaste, closePaste: () => setPasting(undefined), addPasted, addPaths, chooseFiles, chooseFolders, problem: adding.error, isAdding: adding.isPending };
}

export type Adding = ReturnType<typeof useAdding>;

/** Text pasted while no field has the focus is text to add. */
export function usePasteAnywhere(onPaste: (pasted: Pasted) => void, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const take = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.clipboardData === null || target?.closest("input, textarea, [contenteditable=true], [data-modal]") != null) return;
      const text = event.clipboardData.getData("text/plain");
      const html = event.clipboardData.getData("text/html");
      if (text.trim() === "") return;
      // Or it would be pasted a second time, into the dialog that opens.
      event.preventDefault();
      onPaste({ text, html: html === "" ? undefined : html });
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  });
}
