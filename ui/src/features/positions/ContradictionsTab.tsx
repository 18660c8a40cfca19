import { Button } from "react-aria-components/Button";
import type { ContradictionKind, KindCount, Position } from "../../api/generated";
import { useNames, type Names } from "../../api/names";
import { useRead } from "../../api/query";
import { classes } from "../../design/classes";
import { EmptyState } from "../../design/EmptyState";
import { RowGrid } from "../../design/RowGrid";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import styles from "./ContradictionsTab.module.css";
import { rowAt, rowsOf } from "./kindRows";
import { AnalysisBar } from "./PutAnalysis";
import table from "./table.module.css";
import { useOneOf, useStretch } from "./useOneOf";

/** What does not agree, by what explains it, the gravest first. */
export function ContradictionsTab({ kinds }: { kinds: readonly KindCount[] | undefined }) {
  const names = useNames();
  if (kinds === undefined) return null;
  if (kinds.length === 0) return <EmptyState title={t("positions.contradictions.none")}>{t("positions.contradictions.noneHelp")}</EmptyState>;
  return (
    <>
      <AnalysisBar of={{ asks: "contradictions" }} help={t("positions.contradictions.help")} />
      <RowGrid
        label={t("positions.tabs.contradictions")}
        heads={(["issue", "position", "against"] as const).map((column) => t(`positions.contradictions.${column}`))}
        columns={styles["columns"]}
        count={rowsOf(kinds)}
        rowHeight={60}
      >
        {(index, isStop) => {
          const row = rowAt(kinds, index);
          if (row === undefined) return null;
          return "kind" in row ? <KindHead kind={row.kind} count={row.count} isStop={isStop} /> : <ContradictionRow place={row.place} isStop={isStop} names={names} />;
        }}
      </RowGrid>
    </>
  );
}

function KindHead({ kind, count, isStop }: { kind: ContradictionKind; count: number; isStop: boolean }) {
  return (
    // The keys of the grid come here as they come to a button.
    <div role="rowheader" aria-colspan={3} data-stop="" tabIndex={isStop ? 0 : -1} className={styles["kind"]}>
      <p><b>{t(`positions.contradictions.${kind}`)}</b> <span className="t13 faint">{count}</span></p>
      <p className="t13 muted">{t(`positions.contradictions.why.${kind}`)}</p>
    </div>
  );
}

function ContradictionRow({ place, isStop, names }: { place: number; isStop: boolean; names: Names }) {
  const one = useOneOf("contradiction_list", place, {});
  const beside = useStretch("contradiction_list", place, {}) ?? [];
  // Asked for a whole stretch at once, which its rows share.
  const among = [...new Set(beside.flatMap((each) => (each.between === "positions" ? [each.earlier, each.later] : [each.position])))];
  const positions = useRead("position_list", among.length === 0 ? undefined : { among }, { hold: true }).data;
  if (one === undefined || positions === undefined) return null;
  const side = (id: string) => <Side position={positions.find((position) => position.id === id)} isStop={isStop} names={names} />;
  return (
    <>
      <div role="rowheader" className={styles["issue"]}>{names.issue(one.issue)}</div>
      {side(one.between === "positions" ? one.earlier : one.position)}
      {one.between === "positions" ? side(one.later) : <Against position={one.position} excerpt={one.excerpt} />}
    </>
  );
}

function Side({ position, isStop, names }: { position: Position | undefined; isStop: boolean; names: Names }) {
  const isChosen = usePlaceOf("positions").position === position?.id;
  if (position === undefined) return <div role="gridcell" />;
  return (
    <div role="gridcell" className={styles["cell"]}>
      <Button
        className={classes(styles["side"], isChosen && styles["chosen"])}
        excludeFromTabOrder={!isStop}
        onPress={() => goTo({ name: "positions", actor: position.actors[0] ?? "", issue: position.issue, position: position.id })}
      >
        <span className={classes("cut", styles["who"])}>{names.actorList(position.actors)}</span>
        <span className={styles["stand"]}><Stance stance={position.stance} /> <span className={table["date"]}>{showDate(position.as_of)}</span></span>
      </Button>
    </div>
  );
}

/** The passage that says otherwise. */
function Against({ position, excerpt }: { position: string; excerpt: string }) {
  const quote = useRead("position_get", { id: position }).data?.excerpts.find((one) => one.id === excerpt)?.quote;
  return <div role="gridcell">{quote !== undefined && <blockquote className={styles["quote"]} dir="auto">{quote}</blockquote>}</div>;
}
