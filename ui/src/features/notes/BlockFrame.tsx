import { memo, useState } from "react";
import type { Block, Body, Check, Comment } from "../../api/generated";
import { useRead } from "../../api/query";
import { IconButton } from "../../design/IconButton";
import { Menu, type MenuEntry } from "../../design/Menu";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { spell } from "../../lib/keys";
import { BlockBody } from "./blocks/BlockBody";
import styles from "./BlockFrame.module.css";
import { MarginComments } from "./MarginComments";
import { MarginNotes } from "./MarginNotes";
import { useNote } from "./noteContext";

/**
 * A block with its number at the left and, once the pointer or the focus is in it, its menu at the right. It is drawn again
 * only when something of its own has changed: a key in one of a thousand paragraphs is not to move the others.
 */
export const BlockFrame = memo(function BlockFrame({ block, index, isLast, checks = [], comments = [] }: {
  block: Block;
  index: number;
  isLast: boolean;
  checks?: readonly Check[] | undefined;
  comments?: readonly Comment[] | undefined;
}) {
  const note = useNote();
  const [isWithin, setWithin] = useState(false);
  const kind = kindWord(block.body);
  const markings = useRead("dossier_markings", {}).data ?? [];
  return (
    // The frame takes the focus for blocks without a text, and listens for the keys that move a block.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      className={styles["block"]}
      data-block={block.id}
      data-kind={block.body.kind}
      role="group"
      aria-label={t("notes.editor.drag", { number: index + 1, kind })}
      tabIndex={-1}
      onFocus={() => setWithin(true)}
      onBlur={(event) => setWithin(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.defaultPrevented) return;
        const key = spell(event.nativeEvent);
        if (key === "Alt ↑" || key === "Alt ↓") note.move(block.id, key === "Alt ↑" ? -1 : 1);
        else if (key === "Delete" || key === "Backspace") note.remove(block.id);
        else if (key === "Ctrl Alt M") note.openComment({ block: block.id, words: null });
        else if (key === "Enter") note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id);
        else return;
        event.preventDefault();
      }}
    >
      <span className={styles["number"]} aria-hidden="true">{note.numbers.get(block.id)}</span>
      {checks.length > 0 && <MarginNotes checks={checks} />}
      {comments.length > 0 && <MarginComments comments={comments} />}
      <div className={styles["body"]}>
        {block.marking !== null && <span className={styles["marking"]}>{block.marking}</span>}
        <BlockBody block={block} />
      </div>
      <div className={styles["tools"]}>
        <Menu
          label={t("notes.editor.blockMenu")}
          placement="bottom end"
          trigger={<IconButton icon="more" size="small" label={`${t("notes.editor.blockMenu")}: ${kind}`} excludeFromTabOrder={!isWithin} />}
          groups={[
            { entries: shapes(block.body).map(({ id, body }): MenuEntry => ({ id, label: t(`notes.kind.${id}`), chosen: sameShape(body, block.body), run: () => note.store.edit(block.id, body) })) },
            {
              entries: [
                { id: "up", label: t("notes.editor.moveUp"), keys: "Alt ↑", disabled: index === 0, run: () => note.move(block.id, -1) },
                { id: "down", label: t("notes.editor.moveDown"), keys: "Alt ↓", disabled: isLast, run: () => note.move(block.id, 1) },
                { id: "insert", label: t("notes.editor.insertBelow"), icon: "plus", run: () => note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id) },
                { id: "comment", label: t("notes.comments.act"), icon: "comment", keys: "Ctrl Alt M", run: () => note.openComment({ block: block.id, words: null }) },
                ...(block.body.kind === "paragraph" && block.body.lead.length === 0
                  ? [{ id: "lead", label: t("notes.field.addLead"), run: () => addLead(block) } satisfies MenuEntry]
                  : []),
              ],
            },
            {
              heading: t("notes.marking.heading"),
              entries: block.body.kind === "page_break" ? [] : [null, ...markings].map((label): MenuEntry => ({
                id: label ?? "none",
                label: label ?? t("notes.marking.none"),
                chosen: block.marking === label,
                run: () => note.store.mark(block.id, label),
              })),
            },
            {
              entries: [
                {
                  id: "delete",
                  label: t("notes.editor.delete"),
                  danger: true,
                  run: () => {
                    note.remove(block.id);
                    void note.store.flush().then(() => toastDone(t("notes.editor.deleted")));
                  },
                },
              ],
            },
          ]}
        />
      </div>
    </div>
  );

  function addLead(one: Block): void {
    if (one.body.kind === "paragraph") note.store.edit(one.id, { ...one.body, lead: [{ type: "text", text: t("notes.field.lead") }] });
  }
});

export function kindWord(body: Body): string {
  if (body.kind === "paragraph" && body.level !== 1) return t(body.level === 0 ? "notes.kind.plain" : "notes.kind.subparagraph");
  if (body.kind === "heading" && body.level > 1) return t("notes.kind.subheading");
  return t(`notes.kind.${body.kind === "analysis" ? body.of.asks : body.kind}`);
}

/** What a running text can be turned into without losing a word. */
function shapes(body: Body): { id: "paragraph" | "subparagraph" | "plain" | "heading" | "subheading"; body: Body }[] {
  if (body.kind !== "paragraph" && body.kind !== "heading") return [];
  const text = body.kind === "heading" ? body.text : [...body.lead, ...body.text];
  const paragraph = (level: number): Body => (body.kind === "paragraph" ? { ...body, level } : { kind: "paragraph", level, lead: [], text });
  return [
    { id: "paragraph", body: paragraph(1) },
    { id: "subparagraph", body: paragraph(2) },
    { id: "plain", body: paragraph(0) },
    { id: "heading", body: { kind: "heading", level: 1, text } },
    { id: "subheading", body: { kind: "heading", level: 2, text } },
  ];
}

const sameShape = (a: Body, b: Body) => a.kind === b.kind && "level" in a && "level" in b && a.level === b.level;
