import { Button } from "react-aria-components/Button";
import type { Excerpt, Relation as RelationName, Source } from "../../api/generated";
import { Grade } from "../../design/Chip";
import { Notice } from "../../design/Notice";
import { Relation } from "../../design/stance/CornerMark";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { written } from "../../lib/written";
import styles from "./EvidenceItem.module.css";

/** One quote: what it does for the position, how good it is, the words, and where they stand. */
export function EvidenceItem({ excerpt, source, relation, year }: { excerpt: Excerpt; source: Source | undefined; relation: RelationName; year: number }) {
  const title = source?.title ?? "";
  const place = [
    ...(source?.published == null ? [] : [showDate(source.published, "short", year)]),
    ...(excerpt.page === null ? [] : [t("positions.panel.page", { page: String(excerpt.page) })]),
  ].join(", ");
  return (
    <section className={styles["item"]}>
      <div className="row">
        <Relation relation={relation} />
        <span className="grow" />
        <GradeOf excerpt={excerpt} source={source} />
      </div>
      <blockquote className={styles["quote"]} {...written(excerpt.quote, source?.language)}>{excerpt.quote}</blockquote>
      {excerpt.translation !== null && <p className={styles["translation"]} dir="auto">{excerpt.translation}</p>}
      {source?.state === "withdrawn" && <Notice kind="warning">{t("positions.panel.sourceWithdrawn", { reason: source.state_reason ?? "" })}</Notice>}
      {excerpt.orphan && <Notice kind="warning">{t("positions.panel.orphan")}</Notice>}
      <Button className={styles["source"] ?? ""} onPress={() => goTo({ name: "sources", source: excerpt.source, excerpt: excerpt.id })}>
        <span className="cut"><bdi>{title}</bdi></span>
        {place !== "" && <span className={styles["place"]}>{`· ${place}`}</span>}
      </Button>
    </section>
  );
}

/** Reliability and credibility together, such as B2; nothing when neither was judged. */
export function GradeOf({ excerpt, source }: { excerpt: Excerpt; source: Source | undefined }) {
  const reliability = source?.reliability ?? null;
  if (reliability === null && excerpt.credibility === null) return null;
  const credibility = excerpt.credibility === null ? undefined : String(excerpt.credibility);
  return (
    <Grade title={t("positions.panel.gradeName", { reliability: reliability ?? t("positions.panel.unjudged"), credibility: credibility ?? t("positions.panel.unjudged") })}>
      {`${reliability ?? "–"}${credibility ?? "–"}`}
    </Grade>
  );
}
