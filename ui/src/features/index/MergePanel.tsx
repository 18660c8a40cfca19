import { useEffect, useRef, useState } from "react";
import type { ActorId, ActorRow, Position } from "../../api/generated";
import { useNames } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { Kbd } from "../../design/Kbd";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { Picker } from "../../design/Picker";
import { toastDone } from "../../design/toasts";
import { t, tr } from "../../i18n";
import { showDate } from "../../lib/dates";
import { useShortcuts } from "../../lib/keys";
import { merged } from "./merged";
import styles from "./panes.module.css";

/** Two actors that are one: what goes, what stays, what moves. One button, and undo takes them apart again. */
export function MergePanel({ first, second, rows, onDone }: { first: ActorId; second: ActorId | undefined; rows: readonly ActorRow[]; onDone: (kept: ActorId | undefined) => void }) {
  const names = useNames();
  const merge = useAct("actor_merge");
  const [chosen, setChosen] = useState({ gone: first, kept: second });
  const itsPositions = useRead("position_list", { actor: chosen.gone }).data ?? [];
  const theirPositions = useRead("position_list", chosen.kept === undefined ? undefined : { actor: chosen.kept }).data ?? [];
  const button = useRef<HTMLDivElement>(null);
  const rowOf = (id: ActorId | undefined) => rows.find((row) => row.actor.id === id);
  const gone = rowOf(chosen.gone);
  const kept = rowOf(chosen.kept);
  const swap = () => chosen.kept !== undefined && setChosen({ gone: chosen.kept, kept: chosen.gone });
  useShortcuts(t("actorsAndIssues.merge.label"), [
    { keys: "S", label: t("actorsAndIssues.merge.swap"), run: swap },
    { keys: "Esc", label: t("actorsAndIssues.merge.apart"), run: () => onDone(undefined) },
  ]);
  const isReady = kept !== undefined;
  useEffect(() => {
    if (isReady) button.current?.querySelector<HTMLElement>("[data-merge] button")?.focus();
  }, [isReady]);
  if (gone === undefined) return null;
  const theirIssues = issuesOf(theirPositions);
  const both = kept === undefined ? [] : [...issuesOf(itsPositions)].filter((issue) => theirIssues.has(issue));
  const newNames = [gone.actor.name, gone.actor.short_name, ...gone.actor.aliases].filter(
    (name): name is string => name !== null && name !== kept?.actor.name && name !== kept?.actor.short_name && kept?.actor.aliases.includes(name) !== true,
  );
  const people = rows.filter((row) => row.actor.parent === gone.actor.id).map((row) => row.actor.name);
  const { moves: moving, goes: going } = kept === undefined ? { moves: {}, goes: {} } : merged(gone.actor, kept.actor);
  const moves: [string, string][] = [
    [t("actorsAndIssues.merge.positions"), gone.positions === 0 ? t("actorsAndIssues.merge.nothing") : String(gone.positions)],
    [t("actorsAndIssues.merge.names"), newNames.join(", ") || t("actorsAndIssues.merge.nothing")],
    [t("actorsAndIssues.merge.people"), people.join(", ") || t("actorsAndIssues.merge.nothing")],
    ...factsIn(moving),
  ];
  const run = () => {
    if (kept === undefined) return;
    merge.mutate(
      { gone: gone.actor.id, kept: kept.actor.id },
      {
        onSuccess: () => {
          onDone(kept.actor.id);
          toastDone(t("actorsAndIssues.merge.done", { gone: gone.actor.name, kept: kept.actor.name }));
        },
      },
    );
  };
  return (
    <div ref={button} style={{ height: "100%" }}>
      <Panel
        label={t("actorsAndIssues.merge.label")}
        bar={<Bar title={t("actorsAndIssues.merge.label")}><span className="grow" /><Kbd keys="Esc" /></Bar>}
        foot={
          <>
            <span className="grow" />
            <Button onPress={() => onDone(undefined)}>{t("actorsAndIssues.merge.apart")}</Button>
            <span data-merge><Button look="primary" keys="Enter" isDisabled={kept === undefined || merge.isPending} onPress={run}>{t("actorsAndIssues.merge.merge")}</Button></span>
          </>
        }
      >
        <div className={styles["form"]}>
          <ActorCard row={gone} parent={names.actor(gone.actor.parent ?? "")} word={t("actorsAndIssues.merge.goes")} />
          <div className="row muted t13">
            <Icon name="merge" />
            {t("actorsAndIssues.merge.into")}
            <span className="grow" />
            <Button look="quiet" size="small" keys="S" isDisabled={kept === undefined} onPress={swap}>{t("actorsAndIssues.merge.swap")}</Button>
          </div>
          {kept !== undefined && <ActorCard row={kept} parent={names.actor(kept.actor.parent ?? "")} word={t("actorsAndIssues.merge.stays")} isKept />}
          {second === undefined && (
            <Picker
              // The panel asks this one thing.
              // eslint-disable-next-line jsx-a11y-x/no-autofocus
              autoFocus
              label={t("actorsAndIssues.merge.other")}
              placeholder={t("actorsAndIssues.merge.otherPlaceholder")}
              options={rows.filter((row) => row.actor.id !== gone.actor.id).map(({ actor }) => ({ id: actor.id, label: actor.name, names: actor.aliases, end: t(`terms.actorKind.${actor.kind}`) }))}
              chosen={kept === undefined ? [] : [kept.actor.id]}
              onChange={([id]) => setChosen({ ...chosen, kept: id })}
            />
          )}
          <Facts title={t("actorsAndIssues.merge.whatMoves")} facts={moves} />
          <Facts title={t("actorsAndIssues.merge.whatGoes")} facts={factsIn(going)} />
          {both.length > 0 && <Notice>{t("actorsAndIssues.merge.both", { count: both.length, issues: both.map(names.issue).join(", ") })}</Notice>}
          <Notice>{tr("actorsAndIssues.merge.undo", { key: <Kbd keys="Ctrl Z" /> })}</Notice>
          {merge.error !== null && <ErrorNotice problem={merge.error} />}
        </div>
      </Panel>
    </div>
  );
}

const issuesOf = (positions: readonly Position[]) => new Set(positions.filter((position) => position.state === "current").map((position) => position.issue));

/** Facts as they are called in the details of an actor. */
function factsIn(facts: ReturnType<typeof merged>["moves"]): [string, string][] {
  const shown: [string, string | undefined][] = [
    [t("actorsAndIssues.actor.role"), facts.role],
    [t("actorsAndIssues.actor.from"), facts.role_from && showDate(facts.role_from)],
    [t("actorsAndIssues.actor.to"), facts.role_to && showDate(facts.role_to)],
    [t("actorsAndIssues.actor.pronunciation"), facts.pronunciation],
  ];
  return shown.flatMap(([term, value]) => (value === undefined ? [] : [[term, value]]));
}

function Facts({ title, facts }: { title: string; facts: readonly [string, string][] }) {
  if (facts.length === 0) return null;
  return (
    <div>
      <h3 className={styles["label"]}>{title}</h3>
      <dl className={styles["moves"]}>
        {facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
      </dl>
    </div>
  );
}

function ActorCard({ row, parent, word, isKept = false }: { row: ActorRow; parent: string; word: string; isKept?: boolean }) {
  const kind = t(`terms.actorKind.${row.actor.kind}`);
  return (
    <div className={classes(styles["card"], isKept && styles["kept"])}>
      <div className="row">
        <b>{row.actor.name}</b>
        <span className="grow" />
        <span className={classes("t13", isKept ? styles["stays"] : "muted")}>{word}</span>
      </div>
      <span className="t13 muted">{`${parent === "" ? kind : t("actorsAndIssues.merge.who", { kind, parent })} · ${t("actorsAndIssues.actors.positions", { count: row.positions })}`}</span>
    </div>
  );
}
