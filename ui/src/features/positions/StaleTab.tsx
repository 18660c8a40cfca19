import { Button } from "react-aria-components/Button";
import { useNames } from "../../api/names";
import { useRead } from "../../api/query";
import { EmptyState } from "../../design/EmptyState";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { AnalysisBar } from "./PutAnalysis";
import styles from "./table.module.css";

/** Positions past their review or their issue's half-life. */
export function StaleTab() {
  const names = useNames();
  const chosen = usePlaceOf("positions").position;
  const { data } = useRead("stale_list", {});
  if (data === undefined) return null;
  if (data.length === 0) return <EmptyState title={t("positions.stale.none")} />;
  return (
    <>
      <AnalysisBar of={{ asks: "stale" }} help={t("positions.stale.help")} />
      <div className={styles["scroll"]}>
        <table className={styles["table"]} aria-label={t("positions.tabs.stale")}>
          <thead>
            <tr>
              {(["actor", "issue", "stance", "asOf", "since", "why"] as const).map((column) => <th key={column} scope="col">{t(`positions.stale.${column}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {data.map((stale) => (
              <tr key={`${stale.position}${stale.reason}`} className={stale.position === chosen ? styles["chosen"] : undefined}>
                <th scope="row">
                  <Button className={styles["open"] ?? ""} onPress={() => goTo({ name: "positions", actor: stale.actors[0] ?? "", issue: stale.issue, position: stale.position })}>
                    {names.actorList(stale.actors)}
                  </Button>
                </th>
                <td>{names.issue(stale.issue)}</td>
                <td><Stance stance={stale.stance} /></td>
                <td className={styles["date"]}>{showDate(stale.as_of)}</td>
                <td className={styles["date"]}>{showDate(stale.since)}</td>
                <td>{t(`positions.stale.reason.${stale.reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
