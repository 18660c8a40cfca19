import { useRef, useState } from "react";
import type { Evidence, Relation } from "../../api/generated";
import { useRead } from "../../api/query";
import { useReadOn } from "../../api/readOn";
import { IconButton } from "../../design/IconButton";
import { Picker } from "../../design/Picker";
import { Select } from "../../design/Select";
import { t } from "../../i18n";
import { useRowsLeft } from "../../lib/rowsLeft";
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
  const list = useRef<HTMLOListElement>(null);
  const adding = useRef<HTMLInputElement>(null);
  const { leave } = useRowsLeft(list, among, () => adding.current);
  const replace = (index: number, one: Evidence) => onChange(evidence.map((other, at) => (at === index ? one : other)));
  const move = (index: number, by: 1 | -1) => {
    const row = list.current?.children[index];
    onChange(shifted(evidence, index, by));
    requestAnimationFrame(() => focusMove(row, by));
  };
  return (
    <fieldset className={styles["evidence"]}>
      <legend>{t("positions.form.evidence")}</legend>
      <ol ref={list}>
        {evidence.map((one, index) => {
          const name = t("positions.form.excerpt", { number: index + 1, quote: (quotes.get(one.excerpt) ?? "").slice(0, 60) });
          return (
            <li key={one.excerpt} aria-label={name}>
              <blockquote dir="auto">{quotes.get(one.excerpt)}</blockquote>
              <div className="row">
                <div className={styles["relation"]}>
                  <Select bare size="small" label={`${t("positions.form.relation")}: ${name}`} choices={RELATIONS.map((id) => ({ id, label: t(`terms.relation.${id}`) }))} value={one.relation} onChange={(relation) => replace(index, { ...one, relation })} />
                </div>
                <span className="grow" />
                <IconButton size="small" icon="left" label={t("positions.form.up")} isDisabled={index === 0} onPress={() => move(index, -1)} />
                <IconButton size="small" icon="right" label={t("positions.form.down")} isDisabled={index === evidence.length - 1} onPress={() => move(index, 1)} />
                <IconButton
                  size="small"
                  icon="close"
                  label={t("positions.form.drop")}
                  onPress={() => {
                    leave(one.excerpt);
                    onChange(evidence.filter((_, at) => at !== index));
                  }}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <Picker
        inputRef={adding}
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

/** What was moved keeps the focus on what moved it or, where that leads no further, on what moves it back. */
function focusMove(row: Element | undefined, by: 1 | -1): void {
  const [up, down] = [...(row?.querySelectorAll("button") ?? [])].slice(-3);
  const wanted = by === -1 ? [up, down] : [down, up];
  wanted.find((act) => act?.disabled === false)?.focus();
}
