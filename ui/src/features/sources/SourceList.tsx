import { useRef } from "react";
import type { SourceRow as Item } from "../../api/generated";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Menu, type MenuEntry } from "../../design/Menu";
import { VirtualList } from "../../design/VirtualList";
import { t } from "../../i18n";
import { useFocusKept } from "../../lib/focus";
import { goTo } from "../../lib/place";
import { useRemembered } from "../../lib/remember";
import { filterName } from "./filterName";
import { arrange, SORTS, STATES, valuesOf, type Filter, type Sort } from "./order";
import styles from "./SourceList.module.css";
import { SourceRow } from "./SourceRow";
import { SortTrigger } from "./SortTrigger";

const ROW = 62;

/** Every source of the dossier: sorted, filtered, unread first to the eye. */
export function SourceList({ items, chosen, onChooseFiles, onChooseFolders, onPaste, children }: {
  items: readonly Item[];
  chosen: string | undefined;
  onChooseFiles: () => void;
  onChooseFolders: () => void;
  onPaste: () => void;
  /** Imports under way, beneath the list. */
  children: React.ReactNode;
}) {
  const part = useRef<HTMLElement>(null);
  useFocusKept(part, (within) => within.querySelector("[role=listbox]"));
  const [sort, setSort] = useRemembered<Sort>("sources.sort", "newest");
  const [filter, setFilter] = useRemembered<Filter>("sources.filter", "all");
  const shown = arrange(items, sort, filter);
  const unread = items.filter((item) => !item.read).length;
  const { kinds, years, markings, grades } = valuesOf(items);
  const filterEntry = (id: Filter): MenuEntry => ({ id, label: filterName(id), chosen: filter === id, run: () => setFilter(id) });
  // What all sources have in common narrows nothing.
  const entriesOf = (filters: readonly Filter[]): MenuEntry[] => (filters.length > 1 ? filters.map(filterEntry) : []);
  return (
    <section ref={part} className={styles["list"]} aria-label={t("sources.title")} tabIndex={-1} data-home={chosen === undefined || undefined}>
      <Bar title={t("sources.title")} level={1} count={shown.length === items.length ? items.length : t("sources.shownOf", { count: shown.length, total: items.length })}>
        <span className="grow" />
        <Menu
          label={t("sources.filter")}
          trigger={<IconButton icon="filter" label={filter === "all" ? t("sources.filter") : t("sources.filterOn", { name: filterName(filter) })} look={filter === "all" ? "quiet" : "plain"} />}
          groups={[
            { heading: t("sources.filters.show"), entries: STATES.map(filterEntry) },
            { heading: t("sources.filters.kinds"), entries: entriesOf(kinds.map((kind): Filter => `kind:${kind}`)) },
            { heading: t("sources.filters.years"), entries: entriesOf(years.map((year): Filter => `year:${year}`)) },
            { heading: t("sources.filters.markings"), entries: entriesOf(markings.map((marking): Filter => `marking:${marking}`)) },
            { heading: t("sources.filters.grades"), entries: entriesOf(grades.map((grade): Filter => `grade:${grade}`)) },
          ]}
        />
        <Menu
          label={t("sources.addLabel")}
          placement="bottom end"
          trigger={<Button icon="plus">{t("sources.add")}</Button>}
          groups={[
            {
              entries: [
                { id: "files", label: t("sources.openFiles"), icon: "drop", keys: "Ctrl O", run: onChooseFiles },
                { id: "folder", label: t("sources.openFolder"), icon: "drop", run: onChooseFolders },
                { id: "paste", label: t("sources.paste"), icon: "notes", keys: "Ctrl V", run: onPaste },
              ],
            },
          ]}
        />
      </Bar>
      <div className={styles["sub"]}>
        <Menu
          label={t("sources.sort")}
          trigger={<SortTrigger label={t("sources.sort")} value={t(`sources.sorts.${sort}`)} />}
          groups={[{ entries: SORTS.map((id) => ({ id, label: t(`sources.sorts.${id}`), chosen: sort === id, run: () => setSort(id) })) }]}
        />
        <span className="grow" />
        {unread > 0 && <span className="faint">{t("sources.unreadCount", { count: unread })}</span>}
      </div>
      <VirtualList
        label={t("sources.title")}
        items={shown.map((item) => ({ ...item, id: item.source.id }))}
        rowHeight={ROW}
        chosen={chosen}
        onChoose={(source) => goTo({ name: "sources", source })}
        nameOf={(item) => item.source.title}
        empty={
          <div className={styles["none"]}>
            <p>{t("sources.noneMatch")}</p>
            <Button size="small" onPress={() => setFilter("all")}>{t("sources.showAll")}</Button>
          </div>
        }
      >
        {(item) => <SourceRow item={item} thisYear={new Date().getFullYear()} />}
      </VirtualList>
      {children}
    </section>
  );
}
