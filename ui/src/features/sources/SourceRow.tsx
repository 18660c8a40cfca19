import { Marking } from "../../design/Chip";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { written } from "../../lib/written";
import { portionMark } from "./portion";
import type { SourceItem } from "./order";
import styles from "./SourceRow.module.css";

/** One line of the list: title, then when, what, and how much was kept from it. */
export function SourceRow({ item, thisYear }: { item: SourceItem; thisYear: number }) {
  const { source, excerpts } = item;
  const facts = [
    source.published === null ? t("sources.undated") : showDate(source.published, "short", thisYear),
    // What no longer holds says so in place of its kind: there is room for one of them.
    source.state === "active" && t(`terms.sourceKind.${source.kind}`),
    source.translation_of !== null && t("sources.translation"),
    source.state === "withdrawn" && t("sources.withdrawn"),
    source.state === "superseded" && t("sources.superseded"),
  ].filter((fact) => fact !== false);
  const isUnread = !item.read;
  return (
    <div className={classes(styles["source"], isUnread && styles["unread"])}>
      {isUnread && <span className={styles["dot"]}><span className="sr">{t("sources.unread")}</span></span>}
      <span className={`cut ${styles["title"] ?? ""}`} {...written(source.title, source.language)}>{source.title}</span>
      <span className={styles["facts"]}>
        {facts.map((fact) => <span key={fact} className={styles["fact"]}>{fact}</span>)}
        {source.reliability !== null && <span className={styles["fact"]}>{source.reliability}</span>}
        {source.marking !== null && <Marking title={source.marking}>{portionMark(source.marking)}</Marking>}
        {excerpts > 0 && (
          <span className={styles["count"]} title={t("sources.excerptCount", { count: excerpts })}>
            <Icon name="quote" size={12} />{excerpts}
            <span className="sr">{t("sources.excerptCount", { count: excerpts })}</span>
          </span>
        )}
      </span>
    </div>
  );
}
