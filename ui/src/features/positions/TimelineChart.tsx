import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { PartialDate, TimelineEntry } from "../../api/generated";
import type { Names } from "../../api/names";
import { classes } from "../../design/classes";
import { StanceMark } from "../../design/stance/Stance";
import { keyOf } from "../../design/stance/stances";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { timeRows, type TimeBar } from "./timelineBars";
import styles from "./TimelineTab.module.css";

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

/** Bars run from the day a position was held to the day of the next. Each is a button that shows its evidence. */
export function TimelineChart({ entries, all, today, names }: {
  entries: readonly TimelineEntry[];
  /** The rows there may be, actors or issues, in order. */
  all: readonly string[];
  today: PartialDate;
  names: Names;
}) {
  const lane = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const axis = lane.current;
    if (axis === null) return;
    setWidth(axis.clientWidth);
    const observer = new ResizeObserver(() => setWidth(axis.clientWidth));
    observer.observe(axis);
    return () => observer.disconnect();
  }, []);
  const { rows, marks } = timeRows(entries, all, today, width);
  const chosen = usePlaceOf("positions").position;
  const years = new Set(marks.map((mark) => Number(mark.iso.slice(0, 4))));
  const onlyYear = years.size === 1 ? [...years][0] : undefined;
  const depth = new Map(names.actors.map((row) => [row.actor.id, row.depth]));
  return (
    <section className={styles["chart"]} aria-label={t("positions.timeline.chart")}>
      <div className={styles["axis"]} aria-hidden="true">
        <span />
        <div ref={lane} className={styles["lane"]}>
          {marks.map((mark) => <span key={mark.iso} style={{ left: percent(mark.at) }}>{showDate(mark.iso)}</span>)}
        </div>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.of} className={styles["row"]}>
            <span className={classes(styles["name"], (depth.get(row.of) ?? 0) === 0 && styles["top"])}>{depth.has(row.of) ? names.shortActor(row.of) : names.issue(row.of)}</span>
            <div className={styles["lanes"]} style={{ height: 36 * row.lanes }}>
              {row.bars.map((bar) => <BarButton key={bar.entry.position} bar={bar} actor={bar.entry.actors.includes(row.of) ? row.of : (bar.entry.actors[0] ?? "")} names={names} onlyYear={onlyYear} isChosen={bar.entry.position === chosen} />)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BarButton({ bar, actor, names, onlyYear, isChosen }: {
  bar: TimeBar;
  actor: string;
  names: Names;
  /** Goes without saying, if all of the chart lies in it. */
  onlyYear: number | undefined;
  isChosen: boolean;
}) {
  const { entry } = bar;
  const isWithdrawn = entry.state === "withdrawn";
  const until = entry.until === null ? t(`positions.timeline.${entry.state === "current" ? "now" : entry.state}`) : showDate(entry.until);
  return (
    <Button
      className={classes(styles["bar"], styles[`b${String(keyOf(entry.stance))}`], isWithdrawn && styles["withdrawn"], isChosen && styles["chosen"])}
      style={{ left: percent(bar.from), width: percent(bar.to - bar.from), top: 5 + 36 * bar.lane }}
      onPress={() => goTo({ name: "positions", actor, issue: entry.issue, position: entry.position })}
    >
      <span className="sr">{t(isWithdrawn ? "positions.timeline.barWithdrawn" : "positions.timeline.bar", { actors: names.actorList(entry.actors), issue: names.issue(entry.issue), stance: t(`terms.stance.${entry.stance}`), from: showDate(entry.as_of), until })}</span>
      <StanceMark stance={entry.stance} />
      <span className="cut" aria-hidden="true">{isWithdrawn ? t("positions.timeline.withdrawn") : `${t(`terms.stanceShort.${entry.stance}`)}  ${showDate(entry.as_of, "short", onlyYear)}`}</span>
    </Button>
  );
}
