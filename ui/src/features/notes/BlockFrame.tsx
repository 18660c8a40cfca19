import { memo, useState } from "react";
import type { Block, Body, Check, Comment } from "../../api/generated";
import { t } from "../../i18n";
import { spell } from "../../lib/keys";
import { written } from "../../lib/written";
import { BlockBody } from "./blocks/BlockBody";
import styles from "./BlockFrame.module.css";
import { BlockTools } from "./BlockTools";
import { MarginComments } from "./MarginComments";
import { MarginNotes } from "./MarginNotes";
import { useNote } from "./noteContext";
import { plain } from "./schema";

/**
 * A block with its number in front and, once the pointer or the focus is in it, its menu behind. It is drawn again only
 * when something of its own has changed: a key in one of a thousand paragraphs is not to move the others.
 */
export const BlockFrame = memo(function BlockFrame({ block, index, checks = [], comments = [] }: {
  block: Block;
  /** Where it stands in the note. */
  index: number;
  checks?: readonly Check[] | undefined;
  comments?: readonly Comment[] | undefined;
}) {
  const note = useNote();
  const { id } = block;
  const [isWithin, setWithin] = useState(false);
  const kind = kindWord(block.body);
  return (
    // The frame takes the focus for blocks without a text, and listens for the keys that move a block.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      className={styles["block"]}
      data-block={id}
      data-kind={block.body.kind}
      role="group"
      aria-label={block.body.kind === "heading" ? t("notes.editor.dragHeading", { number: index + 1, kind, words: plain(block.body.text) }) : t("notes.editor.drag", { number: index + 1, kind })}
      tabIndex={-1}
      dir={written("", note.note.language).dir}
      onFocus={() => setWithin(true)}
      onBlur={(event) => setWithin(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.defaultPrevented) return;
        const key = spell(event.nativeEvent);
        if (key === "Alt ↑" || key === "Alt ↓") note.move(id, key === "Alt ↑" ? -1 : 1);
        else if (key === "Delete" || key === "Backspace") note.remove(id);
        else if (key === "Ctrl Z" || key === "Ctrl Shift Z" || key === "Ctrl Y") note.undo(key === "Ctrl Z" ? "undo" : "redo");
        else if (key === "Ctrl Alt M") note.openComment({ block: id, words: null });
        else if (key === "Enter") note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, id);
        // Whoever writes on writes behind it.
        else if (isLetter(event.nativeEvent)) note.insert({ kind: "paragraph", level: 1, lead: [], text: [{ type: "text", text: event.key }] }, id, { edge: "end" });
        else return;
        event.preventDefault();
      }}
    >
      <span className={styles["number"]} aria-hidden="true">{note.numbers.get(id)}</span>
      {checks.length > 0 && <MarginNotes checks={checks} />}
      {comments.length > 0 && <MarginComments comments={comments} />}
      <div className={styles["body"]}>
        {block.marking !== null && <span className={styles["marking"]}>{block.marking}</span>}
        <BlockBody block={block} />
      </div>
      <div className={styles["tools"]}>
        <BlockTools id={id} kind={kind} isWithin={isWithin} />
      </div>
    </div>
  );
}, (before, now) => before.block === now.block && before.index === now.index && alike(before.checks, now.checks, sameCheck) && alike(before.comments, now.comments, sameComment));

/** A key that puts a sign down, other than those that do something to the note. */
const isLetter = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey && !isComposing && [...key].length === 1 && !" /@".includes(key);

// The checks are read anew after each change, and most blocks have nothing new among them.
const sameCheck = (a: Check, b: Check) => a.key === b.key && a.message === b.message;
const sameComment = (a: Comment, b: Comment) => a.id === b.id && a.text === b.text;

function alike<T>(a: readonly T[] = [], b: readonly T[] = [], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index] || same(one, b[index] as T));
}

function kindWord(body: Body): string {
  if (body.kind === "paragraph" && body.level !== 1) return t(body.level === 0 ? "notes.kind.plain" : "notes.kind.subparagraph");
  if (body.kind === "heading" && body.level > 1) return t("notes.kind.subheading");
  return t(`notes.kind.${body.kind === "analysis" ? body.of.asks : body.kind}`);
}
