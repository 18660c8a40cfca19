import type { SourceKind, SourceRow } from "../../api/generated";

export type SourceItem = SourceRow;

export const SORTS = ["newest", "oldest", "added", "title", "excerpts"] as const;
export type Sort = (typeof SORTS)[number];

export const STATES = ["all", "unread", "untouched", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** What the list is narrowed to: a state of reading, or a fact that sources share. An empty fact is one nobody has stated. */
export type Filter = State | `kind:${SourceKind}` | `year:${string}` | `marking:${string}` | `grade:${string}`;

const yearOf = ({ source }: SourceItem): string => (source.published ?? "").slice(0, 4);
const markingOf = ({ source }: SourceItem): string => source.marking ?? "";
const gradeOf = ({ source }: SourceItem): string => source.reliability ?? "";

/** What there is to narrow to: the latest year first, what nobody has stated last. */
export function valuesOf(items: readonly SourceItem[]) {
  const distinct = <T extends string>(of: (item: SourceItem) => T): T[] => [...new Set(items.map(of))].sort();
  const statedFirst = (values: string[]) => [...values.filter((value) => value !== ""), ...values.filter((value) => value === "")];
  return {
    kinds: distinct(({ source }) => source.kind),
    years: statedFirst(distinct(yearOf).reverse()),
    markings: statedFirst(distinct(markingOf)),
    grades: statedFirst(distinct(gradeOf)),
  };
}

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
  return [`kind:${item.source.kind}`, `year:${yearOf(item)}`, `marking:${markingOf(item)}`, `grade:${gradeOf(item)}`].includes(filter);
}

export function arrange(items: readonly SourceItem[], sort: Sort, filter: Filter): SourceItem[] {
  return items.filter((item) => passes(item, filter)).sort(ORDERS[sort]);
}
