import type { Export } from "../../api/generated";
import { useRead } from "../../api/query";
import { dayOf } from "../../lib/dates";
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

const MONTH = 30 * 24 * 3600 * 1000;

/** The last export unless somebody chose otherwise; a month back while nothing has left the building. */
export function useSince(dossier: string): Since {
  const exports = useRead("export_list", {}).data ?? [];
  const [chosen, setChosen] = useRemembered<{ day?: string; export?: string }>(`positions.since.${dossier}`, {});
  const exported = chosen.day === undefined ? (exports.find((one) => one.id === chosen.export) ?? exports[0]) : undefined;
  const day = chosen.day ?? dayOf(exported === undefined ? monthAgo() : new Date(exported.at));
  return {
    moment: exported?.at ?? new Date(`${fullDay(day)}T00:00:00`).toISOString(),
    day,
    exported,
    exports,
    setDay: (next) => setChosen(next === "" ? {} : { day: next }),
    setExport: (id) => setChosen({ export: id }),
  };
}

const monthAgo = () => new Date(Date.now() - MONTH);

/** The first day a partial date can mean. */
const fullDay = (iso: string) => (iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso);
