import type { SourceKind, SourceRow } from "../../api/generated";

export type SourceItem = SourceRow;

export const SORTS = ["newest", "oldest", "added", "title", "excerpts"] as const;
export type Sort = (typeof SORTS)[number];

/** What the list is narrowed to: a state of reading, or a kind of source. */
export type Filter = "all" | "unread" | "untouched" | "withdrawn" | `kind:${SourceKind}`;

const undatedLast = (a: SourceItem, b: SourceItem): number => Number(a.source.published === null) - Number(b.source.published === null);
const byPublished = (a: SourceItem, b: SourceItem): number => (a.source.published ?? "").localeCompare(b.source.published ?? "");
const byTitle = (a: SourceItem, b: SourceItem): number => a.source.title.localeCompare(b.source.title);

const ORDERS: Record<Sort, (a: SourceItem, b: SourceItem) => number> = {
  newest: (a, b) => undatedLast(a, b) || byPublished(b, a) || byTitle(a, b),
  oldest: (a, b) => undatedLast(a, b) || byPublished(a, b) || byTitle(a, b),
  added: (a, b) => b.source.added_at.localeCompare(a.source.added_at) || byTitle(a, b),
  title: byTitle,
  excerpts: (a, b) => b.excerpts - a.excerpts || byTitle(a, b),
};

function passes(item: SourceItem, filter: Filter): boolean {
  if (filter === "all") return true;
  if (filter === "unread") return !item.read;
  if (filter === "untouched") return item.excerpts === 0;
  if (filter === "withdrawn") return item.source.state !== "active";
  return filter === `kind:${item.source.kind}`;
}

export function arrange(items: readonly SourceItem[], sort: Sort, filter: Filter): SourceItem[] {
  return items.filter((item) => passes(item, filter)).sort(ORDERS[sort]);
}
