import type { FactChange } from "../../api/generated";
import { t } from "../../i18n";
import styles from "./ComparisonView.module.css";
import { factName, factWords } from "./factWords";

/** What was so and what is so, a line for each. */
export function ChangedFacts({ facts }: { facts: readonly FactChange[] }) {
  return (
    <dl className={styles["facts"]}>
      {facts.map((changed, index) => {
        const then = changed.then === null ? undefined : factWords(changed.fact, changed.then);
        const now = changed.now === null ? undefined : factWords(changed.fact, changed.now);
        return (
          <div key={index}>
            <dt>{factName(changed.fact)}</dt>
            <dd>
              {then !== undefined && <del dir="auto"><span className="sr">{t("notes.compare.was")}</span>{then}</del>}
              {then !== undefined && now !== undefined && <span aria-hidden="true"> → </span>}
              {now !== undefined && <ins dir="auto"><span className="sr">{t("notes.compare.is")}</span>{now}</ins>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
