import type { Names } from "../../api/names";
import { useNames } from "../../api/names";
import type { IssueId, TimelineEntry } from "../../api/generated";
import { useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { EmptyState } from "../../design/EmptyState";
import { Select } from "../../design/Select";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { dayOf, showDate } from "../../lib/dates";
import { useRemembered } from "../../lib/remember";
import { TimelineChart } from "./TimelineChart";
import { timeRows } from "./timelineBars";
import styles from "./TimelineTab.module.css";
import table from "./table.module.css";

/** How positions on an issue moved: bars for the eye, and the same as a table. */
export function TimelineTab({ dossier, chosen }: { dossier: string; chosen: IssueId | undefined }) {
  const names = useNames();
  const [remembered, setRemembered] = useRemembered<IssueId | undefined>(`positions.timeline.${dossier}`, undefined);
  const known = (id: IssueId | undefined) => names.issues.find(({ issue }) => issue.id === id)?.issue;
  const issue = known(remembered) ?? known(chosen) ?? names.issues[0]?.issue;
  const { data } = useRead("timeline_get", issue === undefined ? undefined : { issue: issue.id }, { hold: true });
  if (issue === undefined) return <EmptyState title={t("positions.timeline.empty")} />;
  const entries = data ?? [];
  const today = dayOf(new Date());
  const { rows, marks } = timeRows(entries, names.actors.map(({ actor }) => actor.id), today);
  return (
    <>
      <Bar second>
        <div className={styles["issue"]}>
          <Select bare size="small" label={t("positions.timeline.of")} choices={names.issues.map(({ issue: one }) => ({ id: one.id, label: one.title }))} value={issue.id} onChange={setRemembered} />
        </div>
        <span className="t13 muted cut">{issue.question}</span>
        <span className="grow" />
        {issue.half_life_days !== null && <span className="t13 muted">{t("positions.timeline.halfLife", { count: issue.half_life_days })}</span>}
      </Bar>
      <div className={table["scroll"]}>
        {data?.length === 0 && <EmptyState title={t("positions.timeline.empty")} />}
        {entries.length > 0 && (
          <>
            <TimelineChart rows={rows} marks={marks} names={names} />
            <h2 className={styles["heading"]}>{t("positions.timeline.table")}</h2>
            <TimelineTable entries={entries} names={names} />
          </>
        )}
      </div>
    </>
  );
}

function TimelineTable({ entries, names }: { entries: readonly TimelineEntry[]; names: Names }) {
  return (
    <table className={table["table"]} aria-label={t("positions.timeline.table")}>
      <thead>
        <tr>
          {(["actor", "stance", "from", "until"] as const).map((column) => <th key={column} scope="col">{t(`positions.timeline.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position}>
            <th scope="row">{names.actorList(entry.actors)}</th>
            <td><Stance stance={entry.stance} /></td>
            <td className={table["date"]}>{showDate(entry.as_of)}</td>
            <td className={table["date"]}>{untilWords(entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function untilWords(entry: TimelineEntry): string {
  if (entry.until !== null) return showDate(entry.until);
  return t(`positions.timeline.${entry.state === "current" ? "now" : entry.state}`);
}
