import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import styles from "./Matrix.module.css";
import type { DrawnRow } from "./rows";

/** The actor at the head of a row, indented by the tree, with the arrow that folds what stands under it. */
export function MatrixRowHead({ drawn, name, isActive, onChoose, onFold }: {
  drawn: DrawnRow;
  name: string;
  isActive: boolean;
  onChoose: () => void;
  onFold: () => void;
}) {
  return (
    // The grid listens for the keys of all its cells.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <div
      role="rowheader"
      aria-colindex={1}
      tabIndex={isActive ? 0 : -1}
      data-active={isActive || undefined}
      data-home={isActive || undefined}
      className={classes(styles["rowHead"], drawn.depth === 0 && styles["top"])}
      style={{ paddingLeft: 8 + drawn.depth * 16 }}
      onClick={onChoose}
      onDoubleClick={() => drawn.hasChildren && onFold()}
    >
      <span className={styles["twist"]}>
        {drawn.hasChildren && (
          // A press on the arrow; by keyboard ← and → do the same.
          // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions, jsx-a11y-x/click-events-have-key-events
          <span
            className={styles["twist"]}
            onClick={(event) => {
              event.stopPropagation();
              onFold();
            }}
          >
            <Icon name={drawn.isFolded ? "right" : "down"} />
          </span>
        )}
      </span>
      <span className="cut">{name}</span>
      {drawn.hidden > 0 && <span className={styles["folded"]}>{t("positions.matrix.folded", { count: drawn.hidden })}</span>}
    </div>
  );
}
