import { Button } from "react-aria-components/Button";
import type { IssueId } from "../../api/generated";
import { useNames } from "../../api/names";
import { useRead } from "../../api/query";
import { Button as QuietButton } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { Icon } from "../../design/icons/Icon";
import { Menu } from "../../design/Menu";
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
  if (data.length === 0) return <EmptyState title={t("positions.gaps.none")}>{t(names.issues.length === 0 ? "positions.gaps.noIssues" : "positions.gaps.noneHelp")}</EmptyState>;
  const rows = [...Map.groupBy(data, (gap) => gap.actor)];
  return (
    <>
      <AnalysisBar of={{ asks: "gaps" }} help={t("positions.gaps.help")} />
      <RowGrid label={t("positions.tabs.gaps")} heads={[t("positions.gaps.actor"), t("positions.gaps.issues")]} columns={styles["gaps"]} count={rows.length} rowHeight={40}>
        {(index, isStop) => {
          const [actor, gaps] = rows[index] ?? ["", []];
          const isSilent = gaps.some(({ issue }) => issue === null);
          const record = (issue: IssueId) => goTo({ name: "positions", actor, issue });
          return (
            <>
              <div role="rowheader" className={styles["who"]}>{names.actor(actor)}</div>
              <div role="gridcell" className={styles["chips"]}>
                {isSilent && (
                  <>
                    <b className={styles["silent"]}>{t("positions.gaps.silent")}</b>
                    <Menu
                      label={t("positions.gaps.recordOf", { actor: names.actor(actor) })}
                      trigger={<QuietButton look="quiet" size="small" excludeFromTabOrder={!isStop} aria-label={t("positions.gaps.recordOf", { actor: names.actor(actor) })}>{t("positions.gaps.recordOn")}<Icon name="down" /></QuietButton>}
                      groups={[{ entries: names.issues.map(({ issue: { id, title } }) => ({ id, label: title, run: () => record(id) })) }]}
                    />
                  </>
                )}
                {gaps.flatMap(({ issue }) => issue ?? []).map((issue) => (
                  <Button
                    key={issue}
                    className={styles["chip"] ?? ""}
                    excludeFromTabOrder={!isStop}
                    aria-label={t("positions.gaps.record", { actor: names.actor(actor), issue: names.issue(issue) })}
                    onPress={() => record(issue)}
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
