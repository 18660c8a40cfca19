import { memo, useEffect, useRef } from "react";
import { Button } from "react-aria-components/Button";
import type { Block, BlockId } from "../../api/generated";
import { Bar } from "../../design/Bar";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { useStoreLater } from "../../lib/store";
import { written } from "../../lib/written";
import { useLastField } from "./fields";
import styles from "./Outline.module.css";
import { readingOf } from "./reading";
import { plain } from "./schema";
import { focusBlock, type OpenNote } from "./useOpenNote";

/** How long it may lag behind, in milliseconds. */
const LAG = 300;

/** The note's headings. A press leads to the place; the part one is writing in is marked. */
export function Outline({ work, template, toLookAt }: { work: OpenNote; template: string; toLookAt: ReadonlyMap<BlockId, number> }) {
  const at = useLastField()?.block;
  // It follows the typing without holding it up.
  const { blocks } = useStoreLater(work.store, LAG);
  const entries = outlineOf(blocks);
  const { words, minutes } = readingOf(blocks, work.excerpts);
  const current = partOf(blocks, entries, at);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (list.current !== null && current !== undefined) showCurrent(list.current);
  }, [current]);
  return (
    <nav className={styles["outline"]} aria-label={t("notes.outline.label")}>
      <Bar title={t("notes.outline.title")}>
        <span className="grow" />
        <span className="t13 faint cut">{template}</span>
      </Bar>
      <ol className={styles["list"]} ref={list}>
        {entries.map(({ id, words: title, level, blocks: part }) => (
          <li key={id}>
            <Entry id={id} words={title} language={work.note.language} level={level} count={part.reduce((sum, block) => sum + (toLookAt.get(block) ?? 0), 0)} isCurrent={id === current} />
          </li>
        ))}
        {entries.length === 0 && <li className={styles["empty"]}>{t("notes.outline.empty")}</li>}
        <li className={styles["generated"]}>{t("notes.outline.length")}<span>{t("notes.outline.reading", { count: words, minutes })}</span></li>
        <li className={styles["generated"]}>{t("notes.outline.annex")}<span>{t("notes.outline.generated")}</span></li>
      </ol>
    </nav>
  );
}

/** Scrolls the list, and nothing around it, as far as it takes to see the marked entry. */
function showCurrent(list: HTMLElement): void {
  const entry = list.querySelector("[aria-current]")?.getBoundingClientRect();
  const seen = list.getBoundingClientRect();
  if (entry !== undefined) list.scrollTop += Math.min(0, entry.top - seen.top) + Math.max(0, entry.bottom - seen.bottom);
}

/** A heading; drawn again only if it is another one. */
const Entry = memo(function Entry({ id, words, language, level, count, isCurrent }: { id: BlockId; words: string; language: string; level: number; count: number; isCurrent: boolean }) {
  return (
    <Button className={classes(styles["entry"], level > 1 && styles["sub"])} dir={written("", language).dir} aria-current={isCurrent ? "true" : undefined} onPress={() => focusBlock(id, "start")}>
      <span className="cut" {...written(words, language)}>{words === "" ? t("notes.outline.untitled") : words}</span>
      {count > 0 && (
        <span className={styles["count"]}>
          <Icon name="warn" />
          <span aria-hidden="true">{count}</span>
          <span className="sr">{t("notes.outline.toLookAt", { count })}</span>
        </span>
      )}
    </Button>
  );
});

interface OutlineEntry {
  id: BlockId;
  words: string;
  level: number;
  /** The blocks up to the next entry. */
  blocks: BlockId[];
}

function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const { id, body } of blocks) {
    if (body.kind === "bottom_line") entries.push({ id, words: t("notes.outline.bottomLine"), level: 1, blocks: [] });
    else if (body.kind === "heading") entries.push({ id, words: plain(body.text), level: body.level, blocks: [] });
    entries.at(-1)?.blocks.push(id);
  }
  return entries;
}

function partOf(blocks: readonly Block[], entries: readonly OutlineEntry[], at: BlockId | undefined): BlockId | undefined {
  if (at === undefined || !blocks.some((block) => block.id === at)) return undefined;
  return entries.find((entry) => entry.blocks.includes(at))?.id;
}
