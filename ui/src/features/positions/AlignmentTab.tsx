import type { ActorId } from "../../api/generated";
import { useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { useRemembered } from "../../lib/remember";
import { agreements, byLikenessTo, mostCompared } from "./alignment";
import { AlignmentGrid } from "./AlignmentGrid";
import { AlignmentLegend } from "./AgreementMark";
import { AsOfButton } from "./AsOfButton";
import { LikenessTable } from "./LikenessTable";
import { PairTable } from "./PairTable";
import { PutAnalysis } from "./PutAnalysis";
import styles from "./Alignment.module.css";
import type { MatrixView } from "./useMatrixView";

/** `tree`, `camps`, or the id of the actor to whom the others are compared. */
type Order = string;

/** Who stands with whom: a square for the eye, and under it the issues that a figure rests on. */
export function AlignmentTab({ view, dossier }: { view: MatrixView; dossier: string }) {
  const { matrix, names, filter } = view;
  const [order, setOrder] = useRemembered<Order>(`positions.alignment.${dossier}`, "camps");
  const [pair, setPair] = useRemembered<ActorId[]>(`positions.pair.${dossier}`, []);
  const ask = { ...(filter.asOf === undefined ? {} : { as_of: filter.asOf }), issues: filter.issues ?? [], actors: filter.actors ?? [] };
  const { data: alignment, error } = useRead("alignment_get", ask, { hold: true });
  if (error !== null) return <div className={styles["notice"]}><ErrorNotice problem={error} /></div>;
  if (alignment === undefined || matrix === undefined) return null;
  const most = mostCompared(alignment);
  if (most === undefined) return <EmptyState title={t("positions.alignment.none")}>{t("positions.alignment.noneHelp")}</EmptyState>;
  const tree = alignment.rows.map((row) => row.actor);
  const agrees = agreements(alignment);
  const known = (actor: ActorId | undefined) => (actor !== undefined && tree.includes(actor) ? actor : undefined);
  const chosenOrder = order === "tree" || order === "camps" ? order : (known(order) ?? "camps");
  const actors = chosenOrder === "tree" ? tree : chosenOrder === "camps" ? alignment.by_likeness : byLikenessTo(tree, chosenOrder, agrees);
  const one = known(pair[0]) ?? most;
  const other = known(pair[1]);
  const orderWords = (id: Order) => (id === "tree" || id === "camps" ? t(`positions.alignment.order.${id}`) : t("positions.alignment.order.likeness", { actor: names.actor(id) }));
  return (
    <div className={styles["whole"]}>
      <Bar second>
        <Menu
          label={t("positions.filter.orderLabel")}
          trigger={<Button look="quiet" size="small" icon="sort">{orderWords(chosenOrder)}</Button>}
          groups={[
            { entries: (["camps", "tree"] as const).map((id) => ({ id, label: orderWords(id), chosen: chosenOrder === id, run: () => setOrder(id) })) },
            { heading: t("positions.alignment.order.to"), entries: tree.map((id) => ({ id, label: names.actor(id), chosen: chosenOrder === id, run: () => setOrder(id) })) },
          ]}
        />
        <AsOfButton asOf={view.asOf} isToday={filter.asOf === undefined} onChange={(asOf) => view.setFilter({ ...filter, asOf })} />
        <span className="grow" />
        <AlignmentLegend />
        <PutAnalysis of={{ asks: "alignment" }} actors={filter.actors ?? []} issues={filter.issues ?? []} />
      </Bar>
      <AlignmentGrid actors={actors} names={names} agrees={agrees} chosen={{ one, other }} onChoose={(row, column) => setPair(column === undefined ? [row] : [row, column])} />
      <div className={styles["detail"]}>
        {other === undefined || other === one
          ? <LikenessTable actor={one} others={byLikenessTo(tree, one, agrees).filter((actor) => actor !== one)} names={names} agrees={agrees} onChoose={(actor) => setPair([one, actor])} />
          : <PairTable one={one} other={other} matrix={matrix} issues={view.columns} names={names} agreement={agrees(one, other)} onBack={() => setPair([one])} />}
      </div>
    </div>
  );
}
