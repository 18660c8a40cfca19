import { useEffect, useRef } from "react";
import type { ActorId, IssueId, Matrix as MatrixData, PartialDate } from "../../api/generated";
import type { Names } from "../../api/names";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { cellSentence, NARROWEST, narrowestOf } from "./cellWords";
import styles from "./Matrix.module.css";
import { MatrixCell } from "./MatrixCell";
import { MatrixRowHead } from "./MatrixRowHead";
import { stepIn } from "./matrixSteps";
import { parentOf, type DrawnRow } from "./rows";
import { inView, useViewport } from "./useViewport";

const HEAD = 44;
const ROW = 48;
const NAME = 208;

export interface MatrixProps {
  matrix: MatrixData;
  rows: readonly DrawnRow[];
  /** Which cells of a row are shown. */
  columns: readonly number[];
  names: Names;
  asOf: PartialDate;
  /** The cell in use; without an issue it is the row's head. */
  chosen: { actor?: ActorId | undefined; issue?: IssueId | undefined };
  onChoose: (actor: ActorId, issue: IssueId | undefined) => void;
  onEdit: () => void;
  onFold: (actor: ActorId, fold: boolean) => void;
}

/** Who stands where: actors by issues, as an ARIA grid with a tree of rows. Only what is in view is drawn. */
export function Matrix({ matrix, rows, columns, names, asOf, chosen, onChoose, onEdit, onFold }: MatrixProps) {
  const [setScroller, view] = useViewport();
  const grid = useRef<HTMLDivElement>(null);
  const thisYear = Number(asOf.slice(0, 4));
  const widths = rows.flatMap(({ row }) => row.cells.map((cell) => narrowestOf(cell, thisYear)));
  const width = Math.max(widths.reduce((one, other) => Math.max(one, other), NARROWEST), Math.floor((view.width - NAME) / Math.max(columns.length, 1)));
  const total = NAME + width * columns.length;
  const at = { row: Math.max(0, rows.findIndex(({ row }) => row.actor === chosen.actor)), column: columnOf() };

  function columnOf(): number {
    if (chosen.actor === undefined) return columns.length > 0 ? 0 : -1;
    return columns.findIndex((column) => matrix.issues[column] === chosen.issue);
  }

  // Where the keys lead, the focus follows, also to what was not drawn a moment ago.
  useEffect(() => {
    const root = grid.current;
    if (root === null || !root.contains(document.activeElement)) return;
    const cell = root.querySelector<HTMLElement>("[data-active]");
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at.row, at.column]);

  const go = (row: number, column: number) => {
    const drawn = rows[Math.min(Math.max(row, 0), rows.length - 1)];
    const shown = columns[Math.min(Math.max(column, -1), columns.length - 1)];
    if (drawn !== undefined) onChoose(drawn.row.actor, column < 0 || shown === undefined ? undefined : matrix.issues[shown]);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const drawn = rows[at.row];
    if (drawn === undefined || event.altKey || event.metaKey) return;
    const step = stepIn(event.key, event.ctrlKey, at, { rows: rows.length, columns: columns.length, page: Math.max(1, Math.floor((view.height - HEAD) / ROW) - 1) }, drawn);
    if (step === undefined) return;
    event.preventDefault();
    if (step === "edit") onEdit();
    else if (step === "fold" || step === "unfold") onFold(drawn.row.actor, step === "fold");
    else if (step === "parent") go(Math.max(0, rows.findIndex(({ row }) => row.actor === parentOf(rows, at.row))), -1);
    else go(step.row, step.column);
  };

  const drawnColumns = inView(columns.length, width, view.left, view.width - NAME, at.column);
  return (
    <div className={styles["scroller"]} ref={setScroller}>
      <div
        ref={grid}
        className={styles["grid"]}
        style={{ width: total, height: HEAD + ROW * rows.length }}
        role="treegrid"
        tabIndex={-1}
        aria-label={t("positions.matrix.label", { actors: rows.length, issues: columns.length, date: showDate(asOf, "full") })}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={onKeyDown}
        onFocus={() => chosen.actor === undefined && go(at.row, at.column)}
      >
        <div role="row" aria-rowindex={1} className={styles["head"]}>
          <div role="columnheader" aria-colindex={1} className={styles["corner"]}>{t("positions.matrix.actor")}</div>
          {drawnColumns.map((place) => {
            const issue = matrix.issues[columns[place] ?? -1] ?? "";
            return (
              <div key={issue} role="columnheader" aria-colindex={place + 2} className={styles["columnHead"]} style={{ left: NAME + place * width, width }} title={questionOf(names, issue)}>
                <span>{names.issue(issue)}</span>
              </div>
            );
          })}
        </div>
        {inView(rows.length, ROW, view.top, view.height, at.row).map((place) => {
          const drawn = rows[place];
          if (drawn === undefined) return null;
          const { row } = drawn;
          const name = names.actor(row.actor);
          return (
            <div
              key={row.actor}
              role="row"
              aria-rowindex={place + 2}
              aria-level={drawn.depth + 1}
              aria-expanded={drawn.hasChildren ? !drawn.isFolded : undefined}
              className={styles["row"]}
              style={{ top: HEAD + place * ROW }}
            >
              <MatrixRowHead
                drawn={drawn}
                name={name}
                isActive={place === at.row && at.column < 0}
                onChoose={() => onChoose(row.actor, undefined)}
                onFold={() => onFold(row.actor, !drawn.isFolded)}
              />
              {drawnColumns.map((column) => {
                const index = columns[column] ?? -1;
                const issue = matrix.issues[index] ?? "";
                const cell = row.cells[index] ?? null;
                return (
                  <MatrixCell
                    key={issue}
                    cell={cell}
                    sentence={cellSentence(cell, name, names.issue(issue), asOf, names)}
                    column={column}
                    left={NAME + column * width}
                    width={width}
                    isActive={place === at.row && column === at.column}
                    thisYear={thisYear}
                    onChoose={() => onChoose(row.actor, issue)}
                    onOpen={onEdit}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const questionOf = (names: Names, issue: IssueId) => names.issues.find((row) => row.issue.id === issue)?.issue.question;
