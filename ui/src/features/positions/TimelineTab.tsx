import type { Names } from "../../api/names";
import { useNames } from "../../api/names";
import type { IssueId, PositionFilter, TimelineEntry } from "../../api/generated";
import { useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { EmptyState } from "../../design/EmptyState";
import { Select } from "../../design/Select";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { dayOf, showDate } from "../../lib/dates";
import { useRemembered } from "../../lib/remember";
import { PutInNote } from "./PutInNote";
import { TimelineChart } from "./TimelineChart";
import { timeRows } from "./timelineBars";
import styles from "./TimelineTab.module.css";
import table from "./table.module.css";

/** How positions moved, on an issue or an actor's: bars for the eye, and the same as a table. */
export function TimelineTab({ dossier, chosen }: { dossier: string; chosen: IssueId | undefined }) {
  const names = useNames();
  const [remembered, setRemembered] = useRemembered<string | undefined>(`positions.timeline.${dossier}`, undefined);
  const actor = names.actors.find((row) => row.actor.id === remembered)?.actor;
  const known = (id: IssueId | undefined) => names.issues.find((row) => row.issue.id === id)?.issue;
  const issue = actor === undefined ? (known(remembered) ?? known(chosen) ?? names.issues[0]?.issue) : undefined;
  const asked: PositionFilter | undefined = actor !== undefined ? { actor: actor.id } : issue && { issue: issue.id };
  const { data } = useRead("timeline_get", asked, { hold: true });
  if (asked === undefined) return <EmptyState title={t("positions.timeline.empty")} />;
  const entries = data ?? [];
  const today = dayOf(new Date());
  const all = actor === undefined ? names.actors.map((row) => row.actor.id) : names.issues.map((row) => row.issue.id);
  const { rows, marks } = timeRows(entries, all, today);
  const choices = [
    ...names.issues.map((row) => ({ id: row.issue.id, label: row.issue.title })),
    ...names.actors.map((row) => ({ id: row.actor.id, label: t("positions.timeline.ofActor", { actor: row.actor.name }) })),
  ];
  return (
    <>
      <Bar second>
        <div className={styles["issue"]}>
          <Select bare size="small" label={t("positions.timeline.of")} choices={choices} value={actor?.id ?? issue?.id ?? null} onChange={setRemembered} />
        </div>
        <span className="t13 muted cut">{issue?.question}</span>
        <span className="grow" />
        {typeof issue?.half_life_days === "number" && <span className="t13 muted">{t("positions.timeline.halfLife", { count: issue.half_life_days })}</span>}
        <PutInNote size="small" body={() => ({ kind: "timeline", actor: actor?.id ?? null, issue: issue?.id ?? null })} />
      </Bar>
      <div className={table["scroll"]}>
        {data?.length === 0 && <EmptyState title={t("positions.timeline.empty")} />}
        {entries.length > 0 && (
          <>
            <TimelineChart rows={rows} marks={marks} names={names} />
            <h2 className={styles["heading"]}>{t("positions.timeline.table")}</h2>
            <TimelineTable entries={entries} names={names} of={actor === undefined ? "actor" : "issue"} />
          </>
        )}
      </div>
    </>
  );
}

function TimelineTable({ entries, names, of }: { entries: readonly TimelineEntry[]; names: Names; of: "actor" | "issue" }) {
  return (
    <table className={table["table"]} aria-label={t("positions.timeline.table")}>
      <thead>
        <tr>
          {([of, "stance", "from", "until"] as const).map((column) => <th key={column} scope="col">{t(`positions.timeline.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position}>
            <th scope="row">{of === "actor" ? names.actorList(entry.actors) : names.issue(entry.issue)}</th>
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
