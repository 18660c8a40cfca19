import type { Cell } from "../../api/generated";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { CornerMark } from "../../design/stance/CornerMark";
import { StanceMark } from "../../design/stance/Stance";
import { keyOf } from "../../design/stance/stances";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { cornersOf } from "./cellWords";
import styles from "./Matrix.module.css";

/** One cell: mark and word, the day, how many quotes, corner marks; or the sentence that nothing was found. */
export function MatrixCell({ cell, sentence, column, left, width, isActive, thisYear, onChoose, onOpen }: {
  cell: Cell | null;
  sentence: string;
  /** Its place among the columns, from 0. */
  column: number;
  left: number;
  width: number;
  isActive: boolean;
  /** The year that goes without saying. */
  thisYear: number;
  onChoose: () => void;
  onOpen: () => void;
}) {
  const shared = {
    role: "gridcell",
    tabIndex: isActive ? 0 : -1,
    "aria-colindex": column + 2,
    "aria-selected": isActive,
    "data-active": isActive || undefined,
    "data-home": isActive || undefined,
    style: { left, width },
    onClick: onChoose,
    onDoubleClick: onOpen,
  };
  if (cell === null) {
    // The grid listens for the keys of all its cells.
    return (
      <div {...shared} className={classes(styles["cell"], styles["gap"])}>
        <span className="sr">{sentence}</span>
        <span aria-hidden="true">{t("positions.matrix.none")}</span>
      </div>
    );
  }
  return (
    <div {...shared} className={classes(styles["cell"], styles[`b${String(keyOf(cell.stance))}`])}>
      <span className="sr">{sentence}</span>
      <span aria-hidden="true" className={classes(styles["word"], styles[`s${String(keyOf(cell.stance))}`])}>
        <StanceMark stance={cell.stance} />
        {t(`terms.stanceShort.${cell.stance}`)}
      </span>
      <span aria-hidden="true" className={styles["line"]}>
        {showDate(cell.as_of, "short", thisYear)}
        <span className={styles["quotes"]}><Icon name="quote" size={12} />{cell.quotes}</span>
      </span>
      <span aria-hidden="true" className={styles["corners"]}>
        {cornersOf(cell).map((mark) => <CornerMark key={mark} mark={mark} />)}
      </span>
    </div>
  );
}
