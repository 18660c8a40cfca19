import type { ActorId, IssueId, Matrix, Row, Stance } from "../../api/generated";

/** A row as it is drawn. */
export interface DrawnRow {
  row: Row;
  /** How many drawn or folded rows stand above it in the tree. */
  depth: number;
  hasChildren: boolean;
  isFolded: boolean;
  /** How many rows are folded away under it. */
  hidden: number;
}

/** Which actors to show: those with a position and whatever stands above them, or the ones named. */
export function chosenRows(matrix: Matrix, actors: readonly ActorId[] | undefined): Row[] {
  if (actors !== undefined) {
    const named = new Set(actors);
    return matrix.rows.filter((row) => named.has(row.actor));
  }
  const shown = withPositions(matrix.rows);
  return shown.length === 0 ? matrix.rows : shown;
}

/** The rows that hold something, or stand above one that does. */
export function withPositions(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  let wanted = -1;
  for (const row of [...rows].reverse()) {
    const holds = row.cells.some((cell) => cell !== null);
    if (!holds && row.depth >= wanted) continue;
    kept.push(row);
    wanted = row.depth;
  }
  return kept.reverse();
}

/** The tree as it is drawn: depths counted among the rows shown, folded parts left out. */
export function treeRows(rows: readonly Row[], folded: ReadonlySet<ActorId>): DrawnRow[] {
  const above: Row[] = [];
  const drawn: DrawnRow[] = [];
  let fold: { depth: number; into: DrawnRow } | undefined;
  rows.forEach((row, index) => {
    while ((above.at(-1)?.depth ?? -1) >= row.depth) above.pop();
    const depth = above.length;
    above.push(row);
    if (fold !== undefined && row.depth > fold.depth) {
      fold.into.hidden += 1;
      return;
    }
    const hasChildren = (rows[index + 1]?.depth ?? -1) > row.depth;
    const isFolded = hasChildren && folded.has(row.actor);
    const one: DrawnRow = { row, depth, hasChildren, isFolded, hidden: 0 };
    fold = isFolded ? { depth: row.depth, into: one } : undefined;
    drawn.push(one);
  });
  return drawn;
}

const SCALE: readonly Stance[] = ["supports", "supports_with_conditions", "neutral", "opposes_with_conditions", "opposes", "unclear"];

/** The rows by where they stand on one issue, those without a position last. */
export function rowsByStance(rows: readonly Row[], column: number): DrawnRow[] {
  const rank = (row: Row) => {
    const cell = row.cells[column];
    return cell === null || cell === undefined ? SCALE.length : SCALE.indexOf(cell.stance);
  };
  return [...rows]
    .sort((a, b) => rank(a) - rank(b))
    .map(flat);
}

/** The rows in the order of `actors`, those not among them last. */
export function rowsInOrder(rows: readonly Row[], actors: readonly ActorId[]): DrawnRow[] {
  const places = new Map(actors.map((actor, place) => [actor, place]));
  const place = (row: Row) => places.get(row.actor) ?? actors.length;
  return [...rows].sort((a, b) => place(a) - place(b)).map(flat);
}

/** A row outside the tree. */
const flat = (row: Row): DrawnRow => ({ row, depth: 0, hasChildren: false, isFolded: false, hidden: 0 });

/** The actor one above in the drawn tree. */
export function parentOf(rows: readonly DrawnRow[], index: number): ActorId | undefined {
  const depth = rows[index]?.depth ?? 0;
  return rows.slice(0, index).findLast((row) => row.depth < depth)?.row.actor;
}

/** The columns shown, as places in a row's cells. */
export function chosenColumns(matrix: Matrix, issues: readonly IssueId[] | undefined): number[] {
  return matrix.issues.flatMap((issue, index) => (issues === undefined || issues.includes(issue) ? [index] : []));
}
