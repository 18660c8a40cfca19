import { useDeferredValue } from "react";
import type { Hit, HitKind } from "../../api/generated";
import { useRead } from "../../api/query";
import type { IconName } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { nearToday } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { readFilters, type Scope } from "./filters";

/** One line of the box: what it says, and where it leads. */
export interface Found {
  id: string;
  label: string;
  icon: IconName;
  snippet?: readonly { text: string; matched: boolean }[];
  end?: string;
  keys?: string;
  /** The box stays open after it. */
  stays?: boolean;
  run: () => void;
}

const ICONS: Record<HitKind, IconName> = {
  source: "sources",
  excerpt: "quote",
  actor: "person",
  issue: "index",
  position: "positions",
  note: "notes",
  block: "notes",
};

/** More than this nobody runs through. */
export const MOST = 40;

/** What the dossier holds for these words, best first; `hasMore` if there is more than what is shown, `isComing` while it is the answer to other words; `unread` what looks like a filter and is looked for as words. */
export function useFound(query: string, scope: Scope, hasDossier: boolean): { found: Found[]; hasMore: boolean; isComing: boolean; isEmptyDossier: boolean; unread: readonly string[] } {
  const text = useDeferredValue(query.trim());
  const sources = useRead("source_list", hasDossier ? {} : undefined);
  // Asked for by itself, one kind is not crowded out by the others.
  const { asked: read, unread } = readFilters(text, nearToday("back"));
  const asked = scope === "all" ? read : `in:${scope} ${read}`;
  const hits = useRead("search", hasDossier && text !== "" ? { text: asked, limit: MOST + 1 } : undefined, { hold: true });
  const inScope = (kind: HitKind) => scope === "all" || kind === scope || (scope === "note" && kind === "block");
  const found = text === "" ? [] : (hits.data ?? []).filter((hit) => inScope(hit.kind)).map(asFound);
  const isComing = text !== query.trim() || (text !== "" && (hits.isLoading || hits.isHeld));
  return { found: found.slice(0, MOST), hasMore: found.length > MOST, isComing, isEmptyDossier: !hasDossier || sources.data?.length === 0, unread };
}

function asFound(hit: Hit): Found {
  return {
    id: `${hit.kind}.${hit.id}`,
    label: hit.title,
    icon: ICONS[hit.kind],
    ...(hit.context.length > 0 ? { snippet: hit.context } : {}),
    end: t(`search.kind.${hit.kind}`),
    run: () => open(hit),
  };
}

function open(hit: Hit): void {
  if (hit.kind === "source") goTo({ name: "sources", source: hit.id });
  else if (hit.kind === "excerpt") goTo({ name: "sources", ...(hit.source === null ? {} : { source: hit.source }), excerpt: hit.id });
  else if (hit.kind === "actor") goTo({ name: "index", actor: hit.id });
  else if (hit.kind === "issue") goTo({ name: "index", issue: hit.id });
  else if (hit.kind === "position") goTo({ name: "positions", position: hit.id });
  else if (hit.kind === "note") goTo({ name: "notes", note: hit.id });
  else goTo({ name: "notes", ...(hit.note === null ? {} : { note: hit.note }), block: hit.id });
}
