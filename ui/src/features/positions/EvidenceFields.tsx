import { useState } from "react";
import type { Evidence, Relation } from "../../api/generated";
import { useRead } from "../../api/query";
import { useReadOn } from "../../api/readOn";
import { IconButton } from "../../design/IconButton";
import { Picker } from "../../design/Picker";
import { Select } from "../../design/Select";
import { t } from "../../i18n";
import styles from "./EvidenceFields.module.css";
import { shifted } from "./positionDraft";

/** So many excerpts are offered at first, and whenever somebody comes to the end. */
const STRETCH = 60;

const RELATIONS: readonly Relation[] = ["supports", "contradicts", "context"];

/** The excerpts a position rests on: their order, what each does, and more of them. */
export function EvidenceFields({ evidence, onChange }: { evidence: readonly Evidence[]; onChange: (evidence: Evidence[]) => void }) {
  const [sought, setSought] = useState("");
  const { pages, more, isComing } = useReadOn("excerpt_find", { sought: sought.trim() }, STRETCH);
  const among = evidence.map(({ excerpt }) => excerpt);
  const shown = useRead("excerpt_list", among.length === 0 ? undefined : { among }, { hold: true }).data ?? [];
  const sources = useRead("source_list", {}).data ?? [];
  const titles = new Map(sources.map(({ source }) => [source.id, source.title]));
  const quotes = new Map([...pages.flat(), ...shown].map(({ excerpt }) => [excerpt.id, excerpt.quote]));
  const replace = (index: number, one: Evidence) => onChange(evidence.map((other, at) => (at === index ? one : other)));
  return (
    <fieldset className={styles["evidence"]}>
      <legend>{t("positions.form.evidence")}</legend>
      <ol>
        {evidence.map((one, index) => {
          const name = t("positions.form.excerpt", { number: index + 1, quote: (quotes.get(one.excerpt) ?? "").slice(0, 60) });
          return (
            <li key={one.excerpt} aria-label={name}>
              <blockquote>{quotes.get(one.excerpt)}</blockquote>
              <div className="row">
                <div className={styles["relation"]}>
                  <Select bare size="small" label={`${t("positions.form.relation")}: ${name}`} choices={RELATIONS.map((id) => ({ id, label: t(`terms.relation.${id}`) }))} value={one.relation} onChange={(relation) => replace(index, { ...one, relation })} />
                </div>
                <span className="grow" />
                <IconButton size="small" icon="left" label={t("positions.form.up")} isDisabled={index === 0} onPress={() => onChange(shifted(evidence, index, -1))} />
                <IconButton size="small" icon="right" label={t("positions.form.down")} isDisabled={index === evidence.length - 1} onPress={() => onChange(shifted(evidence, index, 1))} />
                <IconButton size="small" icon="close" label={t("positions.form.drop")} onPress={() => onChange(evidence.filter((_, at) => at !== index))} />
              </div>
            </li>
          );
        })}
      </ol>
      <Picker
        label={t("positions.form.addEvidence")}
        placeholder={t("positions.form.addEvidencePlaceholder")}
        options={pages
          .flat()
          .filter(({ excerpt }) => !evidence.some((one) => one.excerpt === excerpt.id))
          .map(({ excerpt }) => ({ id: excerpt.id, label: excerpt.quote, end: titles.get(excerpt.source) ?? "" }))}
        found={{ onSeek: setSought, isComing, onMore: more }}
        chosen={[]}
        onChange={([excerpt]) => excerpt !== undefined && onChange([...evidence, { excerpt, relation: "supports" }])}
      />
    </fieldset>
  );
}
