import { Button } from "react-aria-components/Button";
import { useNames, type Names } from "../../api/names";
import { useRead } from "../../api/query";
import { Button as DesignButton } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { RowGrid } from "../../design/RowGrid";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { AnalysisBar } from "./PutAnalysis";
import styles from "./table.module.css";
import { useOneOf } from "./useOneOf";

/** Positions past their review or their issue's half-life. */
export function StaleTab({ count }: { count: number | undefined }) {
  const names = useNames();
  if (count === undefined) return null;
  if (count === 0) return <NothingStale />;
  return (
    <>
      <AnalysisBar of={{ asks: "stale" }} help={t("positions.stale.help")} />
      <RowGrid
        label={t("positions.tabs.stale")}
        heads={(["actor", "issue", "stance", "asOf", "since", "why"] as const).map((column) => t(`positions.stale.${column}`))}
        columns={styles["stale"]}
        count={count}
        rowHeight={40}
      >
        {(index, isStop) => <StaleRow index={index} isStop={isStop} names={names} />}
      </RowGrid>
    </>
  );
}

/** While no issue says how fast what is said on it ages, nothing can be stale. */
function NothingStale() {
  const issues = useRead("issue_list", {}).data ?? [];
  if (issues.some(({ issue }) => issue.half_life_days !== null)) return <EmptyState title={t("positions.stale.none")} />;
  return (
    <EmptyState title={t("positions.stale.none")} action={<DesignButton onPress={() => goTo({ name: "index" })}>{t("positions.stale.toIssues")}</DesignButton>}>
      {t("positions.stale.timeless")}
    </EmptyState>
  );
}

function StaleRow({ index, isStop, names }: { index: number; isStop: boolean; names: Names }) {
  const chosen = usePlaceOf("positions").position;
  const stale = useOneOf("stale_list", index, {});
  if (stale === undefined) return null;
  const { actors, issue, position } = stale;
  return (
    <>
      <div role="rowheader" data-chosen={position === chosen || undefined}>
        <Button className={styles["open"] ?? ""} excludeFromTabOrder={!isStop} onPress={() => goTo({ name: "positions", actor: actors[0] ?? "", issue, position })}>
          {names.actorList(actors)}
        </Button>
      </div>
      <div role="gridcell">{names.issue(issue)}</div>
      <div role="gridcell"><Stance stance={stale.stance} /></div>
      <div role="gridcell" className={styles["date"]}>{showDate(stale.as_of)}</div>
      <div role="gridcell" className={styles["date"]}>{showDate(stale.since)}</div>
      <div role="gridcell">{t(`positions.stale.reason.${stale.reason}`)}</div>
    </>
  );
}
