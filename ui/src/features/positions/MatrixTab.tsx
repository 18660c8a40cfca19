import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { useShortcuts } from "../../lib/keys";
import { goTo } from "../../lib/place";
import { AsOfButton } from "./AsOfButton";
import { ExportMatrix } from "./ExportMatrix";
import { FilterButton } from "./FilterButton";
import { Legend } from "./Legend";
import { Matrix } from "./Matrix";
import { PutInNote } from "./PutInNote";
import type { MatrixFilter, MatrixView } from "./useMatrixView";

/** The matrix with its toolbar above and the legend below. */
export function MatrixTab({ view, onEdit }: { view: MatrixView; onEdit: () => void }) {
  const { matrix, names, rows, columns, chosen, filter } = view;
  useShortcuts(t("positions.title"), [
    // The grid answers Enter itself; here it serves when nothing has the focus.
    { keys: "Enter", label: t("positions.matrix.edit"), run: () => document.activeElement === document.body && onEdit() },
    { keys: "O", label: t("positions.matrix.source"), run: view.openSource },
  ]);
  if (view.error !== null) return <div style={{ padding: 16 }}><ErrorNotice problem={view.error} /></div>;
  if (matrix === undefined) return null;
  if (matrix.rows.length === 0 || matrix.issues.length === 0) {
    return (
      <EmptyState title={t("positions.matrix.empty")} action={<Button data-home="" look="primary" onPress={() => goTo({ name: "sources" })}>{t("positions.matrix.openSources")}</Button>}>
        {t("positions.matrix.emptyHelp")}
      </EmptyState>
    );
  }
  const allActors = matrix.rows.map((row) => ({ id: row.actor, label: names.actor(row.actor), depth: row.depth }));
  const allIssues = matrix.issues.map((issue) => ({ id: issue, label: names.issue(issue) }));
  const shownIssues = columns.map((column) => matrix.issues[column] ?? "");
  const order = orderOf(filter);
  const orderBy = (by: Pick<MatrixFilter, "sortBy" | "alike">) => view.setFilter({ ...filter, sortBy: undefined, alike: undefined, ...by });
  const orderWords = { tree: t("positions.filter.order.tree"), stance: t("positions.filter.order.stance", { issue: names.issue(filter.sortBy ?? "") }), camps: t("positions.filter.order.camps"), likeness: t("positions.filter.order.likeness", { actor: names.actor(filter.alike ?? "") }) };
  // Whom the others may be compared with: the one in use, and the one they are compared with now.
  const likeWhom = [...new Set([filter.alike === "camps" ? undefined : filter.alike, chosen.actor])].filter((actor) => actor !== undefined);
  return (
    <>
      <Bar second>
        <FilterButton
          icon="filter"
          label={t("positions.filter.listActors")}
          words={t("positions.filter.actors", { count: view.shownActors.length, total: allActors.length })}
          options={allActors}
          chosen={view.shownActors}
          onChange={(actors) => view.setFilter({ ...filter, actors })}
          plain={() => view.setFilter({ ...filter, actors: undefined })}
          plainWords={t("positions.filter.withPositions")}
        />
        <FilterButton
          label={t("positions.filter.listIssues")}
          words={t("positions.filter.issues", { count: columns.length, total: allIssues.length })}
          options={allIssues}
          chosen={shownIssues}
          onChange={(issues) => view.setFilter({ ...filter, issues: issues?.length === allIssues.length ? undefined : issues })}
        />
        <Menu
          label={t("positions.filter.orderLabel")}
          trigger={
            <Button look="quiet" size="small" icon="sort">
              {orderWords[order]}
            </Button>
          }
          groups={[
            { entries: [{ id: "tree", label: orderWords.tree, chosen: order === "tree", run: () => orderBy({}) }] },
            {
              heading: t("positions.filter.orderAlignment"),
              entries: [
                { id: "camps", label: t("positions.alignment.order.camps"), chosen: order === "camps", run: () => orderBy({ alike: "camps" }) },
                ...likeWhom.map((actor) => ({
                  id: actor,
                  label: t("positions.filter.order.likeness", { actor: names.actor(actor) }),
                  chosen: order === "likeness" && filter.alike === actor,
                  run: () => orderBy({ alike: actor }),
                })),
              ],
            },
            {
              heading: t("positions.filter.orderStance"),
              entries: shownIssues.map((issue) => ({ id: issue, label: names.issue(issue), chosen: filter.sortBy === issue, run: () => orderBy({ sortBy: issue }) })),
            },
          ]}
        />
        <AsOfButton asOf={view.asOf} isToday={filter.asOf === undefined} onChange={(asOf) => view.setFilter({ ...filter, asOf })} />
        <span className="grow" />
        <PutInNote size="small" body={() => ({ kind: "positions_table", actors: filter.actors ?? [], issues: filter.issues ?? [], caption: [] })} />
        <ExportMatrix asOf={view.asOf} actors={view.shownActors} issues={shownIssues} />
      </Bar>
      {rows.length === 0 || columns.length === 0 ? (
        <EmptyState title={t("positions.matrix.noRows")} action={<Button onPress={() => view.setFilter({})}>{t("positions.matrix.showAll")}</Button>} />
      ) : (
        <Matrix
          matrix={matrix}
          rows={rows}
          columns={columns}
          names={names}
          asOf={view.asOf}
          chosen={chosen}
          onChoose={view.choose}
          onEdit={onEdit}
          onFold={view.fold}
        />
      )}
      <Legend />
    </>
  );
}

function orderOf(filter: MatrixFilter): "tree" | "stance" | "camps" | "likeness" {
  if (filter.sortBy !== undefined) return "stance";
  if (filter.alike === undefined) return "tree";
  return filter.alike === "camps" ? "camps" : "likeness";
}
