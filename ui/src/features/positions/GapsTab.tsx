import { Button } from "react-aria-components/Button";
import type { ActorId, IssueId } from "../../api/generated";
import { useNames } from "../../api/names";
import { useRead } from "../../api/query";
import { EmptyState } from "../../design/EmptyState";
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
  const byActor = new Map<ActorId, IssueId[]>();
  for (const gap of data) byActor.set(gap.actor, [...(byActor.get(gap.actor) ?? []), gap.issue]);
  return (
    <>
      <AnalysisBar of={{ asks: "gaps" }} help={t("positions.gaps.help")} />
      <div className={styles["scroll"]}>
        <table className={styles["table"]} aria-label={t("positions.tabs.gaps")}>
          <thead>
            <tr>
              <th scope="col">{t("positions.gaps.actor")}</th>
              <th scope="col">{t("positions.gaps.issues")}</th>
            </tr>
          </thead>
          <tbody>
            {[...byActor].map(([actor, issues]) => (
              <tr key={actor}>
                <th scope="row">{names.actor(actor)}</th>
                <td>
                  <div className={styles["chips"]}>
                    {issues.map((issue) => (
                      <Button
                        key={issue}
                        className={styles["chip"] ?? ""}
                        aria-label={t("positions.gaps.record", { actor: names.actor(actor), issue: names.issue(issue) })}
                        onPress={() => goTo({ name: "positions", actor, issue })}
                      >
                        {names.issue(issue)}
                      </Button>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
