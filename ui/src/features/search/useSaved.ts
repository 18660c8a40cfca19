import { useAct, useRead } from "../../api/query";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import type { Found } from "./useFound";

/** The queries that are kept, as lines of the box, and keeping or dropping what is typed now. */
export function useSaved(query: string, hasDossier: boolean, ask: (query: string) => void) {
  const saved = useRead("search_list", hasDossier ? {} : undefined).data ?? [];
  const save = useAct("search_save");
  const drop = useAct("search_drop");
  const text = query.trim();
  const known = saved.find((each) => each.query === text);
  const dropOne = (id: string) => {
    const gone = saved.find((each) => each.id === id);
    if (gone === undefined) return;
    drop.mutate({ id }, { onSuccess: () => toastDone(t("search.saved.dropped", { query: gone.query })), onError: toastError });
  };
  const lines: Found[] =
    text === ""
      ? saved.map((each) => ({ id: `saved.${each.id}`, label: each.query, icon: "find", end: t("search.saved.word"), stays: true, run: () => ask(each.query) }))
      : [];
  return {
    lines,
    isKept: known !== undefined,
    canKeep: hasDossier && text !== "",
    toggle: () => {
      if (!hasDossier || text === "") return;
      if (known !== undefined) dropOne(known.id);
      else save.mutate({ query: text }, { onSuccess: () => toastDone(t("search.saved.kept", { query: text })), onError: toastError });
    },
    /** Drops the line, if it is a kept query. */
    dropLine: (line: Found | undefined) => line !== undefined && dropOne(line.id.replace(/^saved\./, "")),
  };
}
