import type { SourceKind, SourceRow as Item } from "../../api/generated";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { Menu, type MenuEntry } from "../../design/Menu";
import { VirtualList } from "../../design/VirtualList";
import { t } from "../../i18n";
import { goTo } from "../../lib/place";
import { useRemembered } from "../../lib/remember";
import { arrange, SORTS, type Filter, type Sort } from "./order";
import styles from "./SourceList.module.css";
import { SourceRow } from "./SourceRow";
import { SortTrigger } from "./SortTrigger";

const ROW = 62;

/** Every source of the dossier: sorted, filtered, unread first to the eye. */
export function SourceList({ items, chosen, onChooseFiles, onPaste, children }: {
  items: readonly Item[];
  chosen: string | undefined;
  onChooseFiles: () => void;
  onPaste: () => void;
  /** Imports under way, beneath the list. */
  children: React.ReactNode;
}) {
  const [sort, setSort] = useRemembered<Sort>("sources.sort", "newest");
  const [filter, setFilter] = useRemembered<Filter>("sources.filter", "all");
  const shown = arrange(items, sort, filter);
  const unread = items.filter((item) => !item.read).length;
  const kinds = [...new Set(items.map(({ source }) => source.kind))].sort();
  const filterEntry = (id: Filter, label: string): MenuEntry => ({ id, label, chosen: filter === id, run: () => setFilter(id) });
  const kindName = (kind: SourceKind) => t(`terms.sourceKind.${kind}`);
  const filterName = filter.startsWith("kind:") ? kindName(filter.slice(5) as SourceKind) : t(`sources.filters.${filter as "all"}`);
  return (
    <section className={styles["list"]} aria-label={t("sources.title")}>
      <Bar title={t("sources.title")} level={1} count={shown.length === items.length ? items.length : t("sources.shownOf", { count: shown.length, total: items.length })}>
        <span className="grow" />
        <Menu
          label={t("sources.filter")}
          trigger={<IconButton icon="filter" label={filter === "all" ? t("sources.filter") : t("sources.filterOn", { name: filterName })} look={filter === "all" ? "quiet" : "plain"} />}
          groups={[
            { heading: t("sources.filters.show"), entries: (["all", "unread", "untouched", "withdrawn"] as const).map((id) => filterEntry(id, t(`sources.filters.${id}`))) },
            { heading: t("sources.filters.kinds"), entries: kinds.map((kind) => filterEntry(`kind:${kind}`, kindName(kind))) },
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
