/** A cell by its places. */
export interface CellPlace {
  row: number;
  column: number;
}

/** What a grid goes through: `first` is -1 where the head of a row can be gone to, before its columns. */
export interface GridSize {
  rows: number;
  first: -1 | 0;
  columns: number;
  page: number;
}

/** Where a key leads in a grid, never out of it; undefined for a key that leads nowhere. */
export function stepInGrid(key: string, ctrl: boolean, at: CellPlace, { rows, first, columns, page }: GridSize): CellPlace | undefined {
  const to = (row: number, column: number): CellPlace => ({ row: within(row, 0, rows - 1), column: within(column, first, columns - 1) });
  const { row, column } = at;
  switch (key) {
    case "ArrowDown": return to(row + 1, column);
    case "ArrowUp": return to(row - 1, column);
    case "ArrowRight": return to(row, column + 1);
    case "ArrowLeft": return to(row, column - 1);
    case "PageDown": return to(row + page, column);
    case "PageUp": return to(row - page, column);
    case "Home": return to(ctrl ? 0 : row, first);
    case "End": return to(ctrl ? rows - 1 : row, columns - 1);
    default: return undefined;
  }
}

const within = (place: number, first: number, last: number) => Math.max(first, Math.min(place, last));
