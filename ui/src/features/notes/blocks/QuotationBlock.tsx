import type { Block } from "../../../api/generated";
import { Button } from "../../../design/Button";
import { Icon } from "../../../design/icons/Icon";
import { t } from "../../../i18n";
import { goTo } from "../../../lib/place";
import { written } from "../../../lib/written";
import { attributionOf, gradeOf } from "../evidenceWords";
import { LinkChanges } from "../LinkChanges";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import { Gone } from "./Gone";
import styles from "./blocks.module.css";
import { Grade } from "../../../design/Chip";

/** An excerpt's words, set apart; they stay linked to their source and are never edited here. */
export function QuotationBlock({ block, body }: { block: Block; body: BodyOf<"quotation"> }) {
  const note = useNote();
  const row = note.excerpts.get(body.excerpt);
  if (row === undefined) return note.changes.has(block.id) ? <LinkChanges block={block} /> : <Gone what="goneExcerpt" />;
  const { excerpt } = row;
  const source = note.sources.get(excerpt.source)?.source;
  const grade = gradeOf(excerpt, source);
  return (
    <figure className={styles["quotation"]}>
      <blockquote {...written(excerpt.quote, source?.language)}>{excerpt.quote}</blockquote>
      {excerpt.translation !== null && <p className={styles["translation"]} dir="auto">{excerpt.translation}</p>}
      <figcaption className={styles["meta"]}>
        <Icon name="link" />
        <span className="cut">{attributionOf(row, note)}</span>
        <span className="grow" />
        <Button look="link" onPress={() => goTo({ name: "sources", source: excerpt.source, excerpt: excerpt.id })}>{t("notes.editor.openSource")}</Button>
        {grade !== undefined && <Grade>{grade}</Grade>}
      </figcaption>
      <LinkChanges block={block} />
    </figure>
  );
}
