import { t } from "../../i18n";
import { classes } from "../classes";
import { MARKS } from "./marks";
import styles from "./Stance.module.css";
import { keyOf, type StanceName } from "./stances";

/** The mark alone; beside it the word must stand. */
export function StanceMark({ stance, size = 16 }: { stance: StanceName; size?: 16 | 20 }) {
  return (
    <svg className={classes(styles["mark"], styles[`s${String(keyOf(stance))}`])} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      {MARKS[stance]}
    </svg>
  );
}

/** Mark and word. `short` for cells under 130 pixels; the spoken name is always the full word. */
export function Stance({ stance, short = false, size = 16 }: { stance: StanceName; short?: boolean; size?: 16 | 20 }) {
  const full = t(`terms.stance.${stance}`);
  const shown = short ? t(`terms.stanceShort.${stance}`) : full;
  return (
    <span className={classes(styles["stance"], styles[`s${String(keyOf(stance))}`])}>
      <StanceMark stance={stance} size={size} />
      {shown === full ? full : <><span aria-hidden="true">{shown}</span><span className="sr">{full}</span></>}
    </span>
  );
}
