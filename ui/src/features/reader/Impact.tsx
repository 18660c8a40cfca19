import { Button } from "react-aria-components/Button";
import type { Effect, PositionImpact, SourceId, SourceImpact } from "../../api/generated";
import { useNames, type Names } from "../../api/names";
import { useRead } from "../../api/query";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate, showMoment } from "../../lib/dates";
import { goTo } from "../../lib/place";
import styles from "./Impact.module.css";

const EFFECTS: readonly Effect[] = ["loses_all", "loses_some", "loses_objection", "loses_context"];

/** What rests on a source, and how each would stand without it. `onLeave` closes what it is shown in. */
export function Impact({ source, onLeave }: { source: SourceId; onLeave: () => void }) {
  const names = useNames();
  const { data, error } = useRead("source_impact", { id: source });
  if (error !== null) return <ErrorNotice problem={error} />;
  if (data === undefined) return null;
  const { positions, notes, exports } = data;
  const claims = positions.filter((one) => one.effect === "loses_all" && one.state === "current").length;
  return (
    <section className={styles["impact"]} aria-label={t("reader.impact.title")}>
      <p>{summary(data)}</p>
      {claims > 0 && <Notice kind="warning">{t("reader.impact.claims", { count: claims })}</Notice>}
      {EFFECTS.map((effect) => (
        <Positions key={effect} effect={effect} positions={positions.filter((one) => one.effect === effect)} names={names} onLeave={onLeave} />
      ))}
      {notes.length > 0 && (
        <List heading={t("reader.impact.notes")}>
          {notes.map(({ note, title, blocks }) => (
            <Line key={note} title={title} more={t("reader.impact.blocks", { count: blocks.length })} onPress={() => { onLeave(); goTo({ name: "notes", note, ...(blocks[0] === undefined ? {} : { block: blocks[0] }) }); }} />
          ))}
        </List>
      )}
      {exports.length > 0 && (
        <List heading={t("reader.impact.exports")} help={t("reader.impact.exportsHelp")}>
          {exports.map((one) => (
            <Line
              key={one.export}
              title={one.file_name}
              more={t("reader.impact.left", { version: one.version, moment: showMoment(one.at), blocks: t("reader.impact.blocks", { count: one.blocks }) })}
              onPress={() => { onLeave(); goTo({ name: "notes", note: one.note }); }}
            />
          ))}
        </List>
      )}
    </section>
  );
}

function summary({ excerpts, positions, notes, exports }: SourceImpact): string {
  if (positions.length + notes.length + exports.length === 0) return t("reader.impact.nothing");
  return t("reader.impact.summary", {
    excerpts: t("reader.impact.count.excerpts", { count: excerpts }),
    positions: t("reader.impact.count.positions", { count: positions.length }),
    notes: t("reader.impact.count.notes", { count: notes.length }),
    exports: t("reader.impact.count.exports", { count: exports.length }),
  });
}

function Positions({ effect, positions, names, onLeave }: { effect: Effect; positions: readonly PositionImpact[]; names: Names; onLeave: () => void }) {
  if (positions.length === 0) return null;
  return (
    <List heading={t(`reader.impact.${effect}`)}>
      {positions.map((one) => (
        <li key={one.position}>
          <Button
            className={styles["line"] ?? ""}
            onPress={() => {
              onLeave();
              goTo({ name: "positions", actor: one.actors[0] ?? "", issue: one.issue, position: one.position });
            }}
          >
            <span className="cut">{t("reader.impact.position", { actors: names.actorList(one.actors), issue: names.issue(one.issue) })}</span>
            <Stance stance={one.stance} short />
            <span className={styles["more"]}>
              {one.state === "current" ? showDate(one.as_of) : t(`reader.impact.state.${one.state}`)}
              {(effect === "loses_all" || effect === "loses_some") && ` · ${t("reader.impact.quotes", { before: one.before, after: one.after })}`}
            </span>
          </Button>
        </li>
      ))}
    </List>
  );
}

function List({ heading, help, children }: { heading: string; help?: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className={styles["heading"]}>{heading}</h3>
      {help !== undefined && <p className="t13 muted">{help}</p>}
      <ul>{children}</ul>
    </div>
  );
}

function Line({ title, more, onPress }: { title: string; more: string; onPress: () => void }) {
  return (
    <li>
      <Button className={styles["line"] ?? ""} onPress={onPress}>
        <span className="cut">{title}</span>
        <span className={styles["more"]}>{more}</span>
      </Button>
    </li>
  );
}
