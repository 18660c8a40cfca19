import { memo, useState } from "react";
import type { Block, BlockId, Body } from "../../api/generated";
import { useRead } from "../../api/query";
import button from "../../design/Button.module.css";
import { classes } from "../../design/classes";
import { IconButton } from "../../design/IconButton";
import { Icon } from "../../design/icons/Icon";
import { Menu, type MenuEntry, type MenuGroup } from "../../design/Menu";
import { t } from "../../i18n";
import { openLead, withLead } from "./blocks/lead";
import { useNote, type NoteWork } from "./noteContext";
import { blockIn } from "./noteStore";
import { toastSaved } from "./toastSaved";

interface ToolsProps {
  id: BlockId;
  /** What the block is called. */
  kind: string;
  /** Whether the focus is in the block. */
  isWithin: boolean;
}

/**
 * The menu of a block. Until somebody comes to it, a bare button stands for it: a note has a thousand blocks, and each
 * menu with its tooltip takes as long to make as the rest of the block.
 */
export const BlockTools = memo(function BlockTools(props: ToolsProps) {
  const [woken, setWoken] = useState<"by hand" | "by focus" | "by a press" | undefined>();
  const { kind, isWithin } = props;
  if (woken !== undefined) return <BlockMenu {...props} takesFocus={woken === "by focus"} startsOpen={woken === "by a press"} />;
  return (
    <button
      type="button"
      className={classes(button["button"], button["quiet"], button["small"], button["alone"])}
      aria-label={nameOf(kind)}
      aria-haspopup="menu"
      tabIndex={isWithin ? 0 : -1}
      // A finger comes and presses at once: what it presses is not to be put out from under it, neither as it comes nor as
      // the focus does.
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && setWoken("by hand")}
      onPointerDown={(event) => event.pointerType !== "mouse" && event.preventDefault()}
      onFocus={() => setWoken("by focus")}
      onClick={() => setWoken("by a press")}
    >
      <Icon name="more" />
    </button>
  );
});

const nameOf = (kind: string): string => `${t("notes.editor.blockMenu")}: ${kind}`;

function BlockMenu({ id, kind, isWithin, takesFocus, startsOpen }: ToolsProps & { takesFocus: boolean; startsOpen: boolean }) {
  const note = useNote();
  const markings = useRead("dossier_markings", {}).data ?? [];
  const find = () => blockIn(note.store.get(), id);
  // The block as it is when the menu opens; while it is closed, nobody has to follow what is typed.
  const [block, setBlock] = useState<Block | undefined>(startsOpen ? find : undefined);
  return (
    <Menu
      label={t("notes.editor.blockMenu")}
      placement="bottom end"
      // The bare button that stood here had the focus, or was pressed.
      // eslint-disable-next-line jsx-a11y-x/no-autofocus
      trigger={<IconButton icon="more" size="small" label={nameOf(kind)} excludeFromTabOrder={!isWithin} autoFocus={takesFocus} />}
      defaultOpen={startsOpen}
      onOpenChange={(isOpen) => setBlock(isOpen ? find() : undefined)}
      groups={block === undefined ? [] : groupsOf(block, markings, note)}
    />
  );
}

function groupsOf(block: Block, markings: readonly string[], note: NoteWork): MenuGroup[] {
  const { id, body } = block;
  const { places } = note.store.get();
  const index = places.get(id);
  const remove = () => {
    note.remove(id);
    void toastSaved(note.store, t("notes.editor.deleted"));
  };
  return [
    { entries: shapes(body).map((shape): MenuEntry => ({ id: shape.id, label: t(`notes.kind.${shape.id}`), chosen: sameShape(shape.body, body), run: () => note.store.edit(id, shape.body) })) },
    {
      entries: [
        { id: "up", label: t("notes.editor.moveUp"), keys: "Alt ↑", disabled: index === 0, run: () => note.move(id, -1) },
        { id: "down", label: t("notes.editor.moveDown"), keys: "Alt ↓", disabled: index === places.size - 1, run: () => note.move(id, 1) },
        { id: "insert", label: t("notes.editor.insertBelow"), icon: "plus", run: () => note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, id) },
        { id: "comment", label: t("notes.comments.act"), icon: "comment", keys: "Ctrl Alt M", run: () => note.openComment({ block: id, words: null }) },
        ...(body.kind === "paragraph" && body.lead.length === 0
          ? [{ id: "lead", label: t("notes.field.addLead"), run: () => openLead(id) } satisfies MenuEntry]
          : []),
      ],
    },
    {
      heading: t("notes.marking.heading"),
      entries: body.kind === "page_break" ? [] : [null, ...markings].map((label): MenuEntry => ({
        id: label ?? "none",
        label: label ?? t("notes.marking.none"),
        chosen: block.marking === label,
        run: () => note.store.mark(id, label),
      })),
    },
    { entries: [{ id: "delete", label: t("notes.editor.delete"), danger: true, run: remove }] },
  ];
}

/** What a running text can be turned into without losing a word. */
function shapes(body: Body): { id: "paragraph" | "subparagraph" | "plain" | "heading" | "subheading"; body: Body }[] {
  if (body.kind !== "paragraph" && body.kind !== "heading") return [];
  const text = body.kind === "heading" ? body.text : withLead(body.lead, body.text);
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
