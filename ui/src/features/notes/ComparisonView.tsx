import type { ReactNode } from "react";
import type { BlockChange, FactChange, NoteComparison } from "../../api/generated";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { written } from "../../lib/written";
import { ChangedFacts } from "./ChangedFacts";
import styles from "./ComparisonView.module.css";
import { joined, Words } from "./Words";

/** What is otherwise between two states of a note: details, words, positions, evidence. */
export function ComparisonView({ comparison, language }: { comparison: NoteComparison; language: string }) {
  const { facts, blocks, positions, evidence } = comparison;
  if (facts.length + blocks.length + positions.length + evidence.length === 0) {
    return <p className={styles["same"]}><Icon name="check" /> {t("notes.compare.same")}</p>;
  }
  return (
    <div className={styles["comparison"]}>
      <Part title={t("notes.compare.words")} count={blocks.length}>
        {blocks.map((block) => <Block key={block.block} change={block} language={language} />)}
      </Part>
      <Part title={t("notes.compare.positions")} count={positions.length}>
        {positions.map(({ position, title, became, facts: changed }) => (
          <li key={position}><Became>{t(`notes.compare.became.${became}`)}</Became><b dir="auto">{title}</b><Facts facts={changed} /></li>
        ))}
      </Part>
      <Part title={t("notes.compare.evidence")} count={evidence.length}>
        {evidence.map(({ excerpt, quote, became, facts: changed }) => (
          <li key={excerpt}><Became>{t(`notes.compare.became.${became}`)}</Became><span className={styles["doc"]} dir="auto">{quote}</span><Facts facts={changed} /></li>
        ))}
      </Part>
      <Part title={t("notes.compare.facts")} count={facts.length}>
        <li><ChangedFacts facts={facts} /></li>
      </Part>
    </div>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className={styles["part"]} aria-label={title}>
      <h3>{title} <span className="faint">{count}</span></h3>
      <ul>{children}</ul>
    </section>
  );
}

function Block({ change, language }: { change: BlockChange; language: string }) {
  const { became, kind, then, now, texts } = change;
  const number = then !== null && now !== null && then !== now ? t("notes.compare.renumbered", { then, now }) : (now ?? then ?? "");
  return (
    <li>
      <Became>{t(`notes.compare.became.${became}`)}</Became>
      {number !== "" && <b>{number}</b>}
      {isNamed(kind, number) && <span className={styles["kind"]}>{t(`notes.kind.${kind}`)}</span>}
      {texts.map((pieces, index) => <p key={index} className={styles["doc"]} {...written(joined(pieces), language)}><Words runs={pieces} /></p>)}
    </li>
  );
}

/** A number is name enough for a paragraph, and what the positions add up to names itself. */
const isNamed = (kind: BlockChange["kind"], number: string): kind is Exclude<BlockChange["kind"], "analysis"> => kind !== "analysis" && (kind !== "paragraph" || number === "");

const Became = ({ children }: { children: string }) => <span className={styles["became"]}>{children}</span>;

const Facts = ({ facts }: { facts: readonly FactChange[] }) => (facts.length === 0 ? null : <ChangedFacts facts={facts} />);
