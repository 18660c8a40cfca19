import type { Export } from "../../api/generated";
import { useRead } from "../../api/query";
import { dayOf, momentOf, monthAgo } from "../../lib/dates";
import { useRemembered } from "../../lib/remember";

/** Since when changes count: an export, or the beginning of a day. */
export interface Since {
  moment: string;
  day: string;
  exported: Export | undefined;
  exports: readonly Export[];
  setDay: (day: string) => void;
  setExport: (id: string) => void;
}

/** The last export unless somebody chose otherwise; a month back while nothing has left the building. */
export function useSince(dossier: string): Since {
  const exports = useRead("export_list", {}).data ?? [];
  const [chosen, setChosen] = useRemembered<{ day?: string; export?: string }>(`positions.since.${dossier}`, {});
  const exported = chosen.day === undefined ? (exports.find((one) => one.id === chosen.export) ?? exports[0]) : undefined;
  const day = chosen.day ?? dayOf(new Date(exported === undefined ? monthAgo() : exported.at));
  return {
    moment: exported?.at ?? momentOf(day),
    day,
    exported,
    exports,
    setDay: (next) => setChosen(next === "" ? {} : { day: next }),
    setExport: (id) => setChosen({ export: id }),
  };
}
