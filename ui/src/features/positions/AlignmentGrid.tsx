import { useEffect, useRef } from "react";
import type { ActorId } from "../../api/generated";
import type { Names } from "../../api/names";
import { classes } from "../../design/classes";
import { stepInGrid } from "../../design/gridSteps";
import { t } from "../../i18n";
import { AgreementMark } from "./AgreementMark";
import type { Agrees } from "./alignment";
import styles from "./Alignment.module.css";
import { inView, useViewport } from "./useViewport";

const HEAD = 112;
const ROW = 32;
const COLUMN = 56;
const NAME = 208;

/** The names are cut shorter where they would leave little room for what is said of them. */
const SHORT_NAME = 120;
const ROOM_FOR_NAMES = 480;

/** Actors by actors: a figure, a shape and a shade for each two. Only what is in view is drawn. */
export function AlignmentGrid({ actors, names, agrees, chosen, onChoose }: {
  actors: readonly ActorId[];
  names: Names;
  agrees: Agrees;
  /** The cell in use; without the other it is the row's head. */
  chosen: { one: ActorId; other: ActorId | undefined };
  onChoose: (one: ActorId, other: ActorId | undefined) => void;
}) {
  const [setScroller, view] = useViewport();
  const grid = useRef<HTMLDivElement>(null);
  const at = { row: Math.max(0, actors.indexOf(chosen.one)), column: chosen.other === undefined ? -1 : actors.indexOf(chosen.other) };

  // Where the keys lead, the focus follows, also to what was not drawn a moment ago.
  useEffect(() => {
    const root = grid.current;
    if (root === null || !root.contains(document.activeElement)) return;
    const cell = root.querySelector<HTMLElement>("[data-active]");
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at.row, at.column]);

  const go = (row: number, column: number) => {
    const one = actors[row];
    if (one !== undefined) onChoose(one, column < 0 ? undefined : actors[column]);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const step = stepInGrid(event.key, event.ctrlKey, at, { rows: actors.length, first: -1, columns: actors.length, page: Math.max(1, Math.floor((view.height - HEAD) / ROW) - 1) });
    if (step === undefined) return;
    event.preventDefault();
    go(step.row, step.column);
  };
  const name = view.width < ROOM_FOR_NAMES ? SHORT_NAME : NAME;
  const columns = inView(actors.length, COLUMN, view.left, view.width - name, at.column);
  return (
    <div className={styles["scroller"]} ref={setScroller} style={{ ["--name" as string]: `${String(name)}px` }}>
      <div
        ref={grid}
        className={styles["grid"]}
        style={{ width: name + COLUMN * actors.length, height: HEAD + ROW * actors.length }}
        role="grid"
        tabIndex={-1}
        aria-label={t("positions.alignment.label", { actors: actors.length })}
        aria-rowcount={actors.length + 1}
        aria-colcount={actors.length + 1}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles["head"]}>
          <div role="columnheader" aria-colindex={1} className={styles["corner"]}>{t("positions.alignment.actor")}</div>
          {columns.map((place) => {
            const actor = actors[place] ?? "";
            return (
              <div key={actor} role="columnheader" aria-colindex={place + 2} className={styles["columnHead"]} style={{ left: name + place * COLUMN }} title={names.actor(actor)}>
                <span>{names.shortActor(actor)}</span>
              </div>
            );
          })}
        </div>
        {inView(actors.length, ROW, view.top, view.height, at.row).map((place) => {
          const one = actors[place] ?? "";
          return (
            <div key={one} role="row" aria-rowindex={place + 2} className={styles["row"]} style={{ top: HEAD + place * ROW }}>
              {/* The grid listens for the keys of all its cells. */}
              {/* eslint-disable-next-line jsx-a11y-x/click-events-have-key-events */}
              <div role="rowheader" aria-colindex={1} tabIndex={place === at.row && at.column < 0 ? 0 : -1} data-active={(place === at.row && at.column < 0) || undefined} className={classes(styles["rowHead"], "cut")} onClick={() => onChoose(one, undefined)}>
                {names.actor(one)}
              </div>
              {columns.map((column) => (
                <PairCell key={column} one={one} other={actors[column] ?? ""} column={column} isActive={place === at.row && column === at.column} names={names} agrees={agrees} onChoose={onChoose} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function PairCell({ one, other, column, isActive, names, agrees, onChoose }: {
  one: ActorId;
  other: ActorId;
  column: number;
  isActive: boolean;
  names: Names;
  agrees: Agrees;
  onChoose: (one: ActorId, other: ActorId) => void;
}) {
  const agreement = agrees(one, other);
  const band = agreement?.band;
  const both = { one: names.actor(one), other: names.actor(other) };
  const sentence = () => {
    if (one === other) return t("positions.alignment.self", { actor: both.one });
    if (agreement === undefined) return t("positions.alignment.noCell", both);
    const opposed = t("positions.alignment.opposed", { count: agreement.opposed });
    return t("positions.alignment.cell", { ...both, percent: agreement.percent, count: agreement.issues, opposed });
  };
  return (
    // The grid listens for the keys of all its cells.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-active={isActive || undefined}
      className={classes(styles["cell"], band !== undefined && styles[band], one === other && styles["self"])}
      style={{ left: `calc(var(--name) + ${String(column * COLUMN)}px)` }}
      onClick={() => onChoose(one, other)}
    >
      <span className="sr">{sentence()}</span>
      {agreement !== undefined && band !== undefined && (
        <span aria-hidden="true" className={styles["figure"]}>
          <AgreementMark band={band} />
          {agreement.percent}
          <small>{agreement.issues}</small>
        </span>
      )}
    </div>
  );
}
