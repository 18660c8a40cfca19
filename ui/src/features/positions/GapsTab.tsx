import { Button } from "react-aria-components/Button";
import { useNames } from "../../api/names";
import { useRead } from "../../api/query";
import { EmptyState } from "../../design/EmptyState";
import { RowGrid } from "../../design/RowGrid";
import { t } from "../../i18n";
import { goTo } from "../../lib/place";
import { AnalysisBar } from "./PutAnalysis";
import styles from "./table.module.css";

/** Where nothing was found, actor by actor. A press opens the gap, where a position can be recorded. */
export function GapsTab() {
  const names = useNames();
  const { data } = useRead("gap_list", {});
  if (data === undefined) return null;
  if (data.length === 0) return <EmptyState title={t("positions.gaps.none")} />;
  const rows = [...Map.groupBy(data, (gap) => gap.actor)];
  return (
    <>
      <AnalysisBar of={{ asks: "gaps" }} help={t("positions.gaps.help")} />
      <RowGrid label={t("positions.tabs.gaps")} heads={[t("positions.gaps.actor"), t("positions.gaps.issues")]} columns={styles["gaps"]} count={rows.length} rowHeight={40}>
        {(index, isStop) => {
          const [actor, gaps] = rows[index] ?? ["", []];
          return (
            <>
              <div role="rowheader" className={styles["who"]}>{names.actor(actor)}</div>
              <div role="gridcell" className={styles["chips"]}>
                {gaps.map(({ issue }) => (
                  <Button
                    key={issue}
                    className={styles["chip"] ?? ""}
                    excludeFromTabOrder={!isStop}
                    aria-label={t("positions.gaps.record", { actor: names.actor(actor), issue: names.issue(issue) })}
                    onPress={() => goTo({ name: "positions", actor, issue })}
                  >
                    {names.issue(issue)}
                  </Button>
                ))}
              </div>
            </>
          );
        }}
      </RowGrid>
    </>
  );
}
