import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { useNames, type Names } from "../../api/names";
import type { IssueId, PositionFilter, TimelineEntry } from "../../api/generated";
import { useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { EmptyState } from "../../design/EmptyState";
import { RowGrid } from "../../design/RowGrid";
import { Select } from "../../design/Select";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { dayOf, showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { useRemembered } from "../../lib/remember";
import { PutInNote } from "./PutInNote";
import { TimelineChart } from "./TimelineChart";
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
  const all = actor === undefined ? names.actors.map((row) => row.actor.id) : names.issues.map((row) => row.issue.id);
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
        <span className="t13 muted cut grow">{issue?.question}</span>
        {typeof issue?.half_life_days === "number" && <span className="t13 muted">{t("positions.timeline.halfLife", { count: issue.half_life_days })}</span>}
        <PutInNote size="small" body={() => ({ kind: "timeline", actor: actor?.id ?? null, issue: issue?.id ?? null })} />
      </Bar>
      {entries.length === 0 ? (
        <div className={table["scroll"]}>{data !== undefined && <EmptyState title={t("positions.timeline.empty")} />}</div>
      ) : (
        <TimelineTable entries={entries} names={names} of={actor === undefined ? "actor" : "issue"}>
          <TimelineChart entries={entries} all={all} today={dayOf(new Date())} names={names} />
          <h2 className={styles["heading"]}>{t("positions.timeline.table")}</h2>
        </TimelineTable>
      )}
    </>
  );
}

/** The entries under `children`, each of which shows its evidence. */
function TimelineTable({ entries, names, of, children }: { entries: readonly TimelineEntry[]; names: Names; of: "actor" | "issue"; children: ReactNode }) {
  const chosen = usePlaceOf("positions").position;
  return (
    <RowGrid
      label={t("positions.timeline.table")}
      heads={([of, "stance", "from", "until"] as const).map((column) => t(`positions.timeline.${column}`))}
      columns={table["timeline"]}
      count={entries.length}
      rowHeight={40}
      above={children}
    >
      {(index, isStop) => {
        const entry = entries[index];
        if (entry === undefined) return null;
        const { actors, issue, position } = entry;
        return (
          <>
            <div role="rowheader" data-chosen={position === chosen || undefined}>
              <Button className={table["open"] ?? ""} excludeFromTabOrder={!isStop} onPress={() => goTo({ name: "positions", actor: actors[0] ?? "", issue, position })}>
                {of === "actor" ? names.actorList(actors) : names.issue(issue)}
              </Button>
            </div>
            <div role="gridcell"><Stance stance={entry.stance} /></div>
            <div role="gridcell" className={table["date"]}>{showDate(entry.as_of)}</div>
            <div role="gridcell" className={table["date"]}>{untilWords(entry)}</div>
          </>
        );
      }}
    </RowGrid>
  );
}

function untilWords(entry: TimelineEntry): string {
  if (entry.until !== null) return showDate(entry.until);
  return t(`positions.timeline.${entry.state === "current" ? "now" : entry.state}`);
}
