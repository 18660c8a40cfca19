import { stepInGrid, type CellPlace } from "../../design/gridSteps";
import type { DrawnRow } from "./rows";

export type MatrixStep = CellPlace | "fold" | "unfold" | "parent" | "edit" | undefined;

/** What a key does in the matrix. The head of a row is part of the tree: there ← and → fold before they move. */
export function stepIn(key: string, ctrl: boolean, at: CellPlace, size: { rows: number; columns: number; page: number }, drawn: Pick<DrawnRow, "hasChildren" | "isFolded" | "depth">): MatrixStep {
  const { column } = at;
  const moved = stepInGrid(key, ctrl, at, { ...size, first: -1 });
  switch (key) {
    case "ArrowRight": return column < 0 && drawn.isFolded ? "unfold" : moved;
    case "ArrowLeft":
      if (column >= 0) return moved;
      if (drawn.hasChildren && !drawn.isFolded) return "fold";
      return drawn.depth > 0 ? "parent" : undefined;
    case "Enter":
    case "F2":
      if (column >= 0) return "edit";
      return drawn.hasChildren ? (drawn.isFolded ? "unfold" : "fold") : undefined;
    default: return moved;
  }
}
