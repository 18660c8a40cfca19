import type { DrawnRow } from "./rows";

/** A cell by its places; column -1 is the row's head. */
export interface CellPlace {
  row: number;
  column: number;
}

export type MatrixStep = CellPlace | "fold" | "unfold" | "parent" | "edit" | undefined;

/** What a key does in the matrix. The head of a row is part of the tree: there ← and → fold before they move. */
export function stepIn(key: string, ctrl: boolean, at: CellPlace, size: { rows: number; columns: number; page: number }, drawn: Pick<DrawnRow, "hasChildren" | "isFolded" | "depth">): MatrixStep {
  const { row, column } = at;
  switch (key) {
    case "ArrowDown": return { row: Math.min(row + 1, size.rows - 1), column };
    case "ArrowUp": return { row: Math.max(row - 1, 0), column };
    case "PageDown": return { row: Math.min(row + size.page, size.rows - 1), column };
    case "PageUp": return { row: Math.max(row - size.page, 0), column };
    case "Home": return ctrl ? { row: 0, column: -1 } : { row, column: -1 };
    case "End": return ctrl ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 };
    case "ArrowRight":
      if (column < 0 && drawn.isFolded) return "unfold";
      return { row, column: Math.min(column + 1, size.columns - 1) };
    case "ArrowLeft":
      if (column >= 0) return { row, column: column - 1 };
      if (drawn.hasChildren && !drawn.isFolded) return "fold";
      return drawn.depth > 0 ? "parent" : undefined;
    case "Enter":
    case "F2":
      if (column >= 0) return "edit";
      return drawn.hasChildren ? (drawn.isFolded ? "unfold" : "fold") : undefined;
    default: return undefined;
  }
}
