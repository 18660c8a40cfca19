import { t } from "../../i18n";
import { Icon } from "../icons/Icon";
import styles from "./CornerMark.module.css";

export const CORNER_MARKS = ["joint", "conditional", "stale", "contradicted", "divided"] as const;
export type CornerMarkName = (typeof CORNER_MARKS)[number];
export type RelationName = "supports" | "contradicts" | "context";

const CORNER_ICONS = { joint: "joint", conditional: "cond", stale: "stale", contradicted: "contra", divided: "person" } as const;
const RELATION_ICONS = { supports: "check", contradicts: "contra", context: "info" } as const;

/** A corner mark of a cell, named for screen readers; with `named`, the word is shown too, as in the legend. */
export function CornerMark({ mark, named = false }: { mark: CornerMarkName; named?: boolean }) {
  return (
    <span className={styles["corner"]}>
      <Icon name={CORNER_ICONS[mark]} size={named ? 16 : 12} />
      <span className={named ? undefined : "sr"}>{t(`terms.corner.${mark}`)}</span>
    </span>
  );
}

/** How a piece of evidence relates to the position. */
export function Relation({ relation }: { relation: RelationName }) {
  return (
    <span className={styles["relation"]}>
      <Icon name={RELATION_ICONS[relation]} />
      {t(`terms.relation.${relation}`)}
    </span>
  );
}
