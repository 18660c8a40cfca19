import type { ActorId, Cell, IssueId, Matrix, PartialDate, PositionId } from "../../api/generated";
import type { CommandError } from "../../api/client";
import { useNames, type Names } from "../../api/names";
import { readOnce, useRead } from "../../api/query";
import { dayOf } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { useRemembered } from "../../lib/remember";
import { agreements, byLikenessTo } from "./alignment";
import { chosenColumns, chosenRows, rowsByStance, rowsInOrder, treeRows, type DrawnRow } from "./rows";

export interface MatrixFilter {
  /** Unsaid: those with a position. */
  actors?: ActorId[] | undefined;
  issues?: IssueId[] | undefined;
  /** Unsaid: today. */
  asOf?: PartialDate | undefined;
  /** Rows by their stance on this issue; unsaid: the tree. */
  sortBy?: IssueId | undefined;
  /** Rows by alignment: `camps`, those most alike side by side, or the id of the actor whom they are to be like. */
  alike?: string | undefined;
}

export interface MatrixView {
  matrix: Matrix | undefined;
  error: CommandError | null;
  names: Names;
  asOf: PartialDate;
  rows: DrawnRow[];
  columns: number[];
  shownActors: ActorId[];
  filter: MatrixFilter;
  setFilter: (filter: MatrixFilter) => void;
  fold: (actor: ActorId, fold: boolean) => void;
  chosen: { actor?: ActorId | undefined; issue?: IssueId | undefined };
  choose: (actor: ActorId, issue: IssueId | undefined) => void;
  /** The cell in use. */
  cell: Cell | undefined;
  /** Positions in the order of the cells shown, each once. */
  order: PositionId[];
  openSource: () => void;
}

/** The matrix as it is filtered, folded and ordered, and the cell in use. */
export function useMatrixView(dossier: string): MatrixView {
  const names = useNames();
  const place = usePlaceOf("positions");
  const [filter, setFilter] = useRemembered<MatrixFilter>(`positions.filter.${dossier}`, {});
  const [folded, setFolded] = useRemembered<ActorId[]>(`positions.folded.${dossier}`, []);
  const { data: matrix, error } = useRead("matrix_get", filter.asOf === undefined ? {} : { as_of: filter.asOf }, { hold: true });
  const asOf = filter.asOf ?? dayOf(new Date());

  const shown = matrix === undefined ? [] : chosenRows(matrix, filter.actors);
  const columns = matrix === undefined ? [] : chosenColumns(matrix, filter.issues);
  const sortColumn = filter.sortBy === undefined ? -1 : (matrix?.issues.indexOf(filter.sortBy) ?? -1);
  const ask = { as_of: asOf, issues: filter.issues ?? [], actors: filter.actors ?? [] };
  const alignment = useRead("alignment_get", filter.alike === undefined ? undefined : ask, { hold: true }).data;
  const rows = rowsOf();
  const row = matrix?.rows.find((each) => each.actor === place.actor);
  const cell = row?.cells[matrix?.issues.indexOf(place.issue ?? "") ?? -1] ?? undefined;
  const order = [...new Set(rows.flatMap((drawn) => columns.flatMap((column) => drawn.row.cells[column]?.position ?? [])))];

  function rowsOf(): DrawnRow[] {
    if (sortColumn >= 0) return rowsByStance(shown, sortColumn);
    if (filter.alike === undefined || alignment === undefined) return treeRows(shown, new Set(folded));
    const { by_likeness: camps, rows: compared } = alignment;
    return rowsInOrder(shown, filter.alike === "camps" ? camps : byLikenessTo(compared.map((one) => one.actor), filter.alike, agreements(alignment)));
  }

  return {
    matrix,
    error,
    names,
    asOf,
    rows,
    columns,
    shownActors: shown.map((each) => each.actor),
    filter,
    setFilter,
    fold: (actor, fold) => setFolded(fold ? [...folded.filter((one) => one !== actor), actor] : folded.filter((one) => one !== actor)),
    chosen: { actor: place.actor, issue: place.issue },
    choose: (actor, issue) => goTo({ name: "positions", actor, ...(issue === undefined ? {} : { issue }) }),
    cell,
    order,
    openSource: () => {
      const position = place.position ?? cell?.position;
      if (position !== undefined) void openSourceOf(position);
    },
  };
}

/** Goes to the first words a position rests on. */
export async function openSourceOf(position: PositionId): Promise<void> {
  const { excerpts } = await readOnce("position_get", { id: position });
  const first = excerpts[0];
  if (first !== undefined) goTo({ name: "sources", source: first.source, excerpt: first.id });
}
