import { ListLayout, Rect } from "react-aria-components/Virtualizer";

/**
 * Rows one below the other; the one with the focus is drawn wherever it stands. The library tells by the area it has laid out
 * whether rows are missing (its issue 10129), and looks beyond all four edges of the list: what lies there would count as rows.
 */
export class RowLayout extends ListLayout<unknown> {
  protected override layoutIfNeeded(rect: Rect): void {
    const { width, height } = this.contentSize;
    const top = Math.max(0, rect.y);
    super.layoutIfNeeded(new Rect(0, top, width, Math.max(0, Math.min(rect.maxY, height) - top)));
  }
}
