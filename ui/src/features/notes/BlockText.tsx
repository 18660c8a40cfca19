import type { EditorView } from "prosemirror-view";
import type { Block, Body, Inline } from "../../api/generated";
import { spell } from "../../lib/keys";
import { carriedOver, type Carried } from "./carried";
import { joinUp } from "./blocks/join";
import { wordsToName } from "./commented";
import { selectField } from "./fields";
import { isInWord } from "./flags";
import { saysNothing } from "./kinds";
import { useNote } from "./noteContext";
import { blockAfter, blockBefore, blockIn } from "./noteStore";
import { bodiesOf, pastedBetween, type Line } from "./pasted";
import { RichText } from "./RichText";
import { fromDoc, sameText, toDoc } from "./schema";
import { insertText } from "./takeIn";
import { textsOf } from "./texts";

export interface BlockTextProps {
  block: Block;
  field: string;
  label: string;
  value: readonly Inline[];
  onChange: (text: Inline[]) => void;
  placeholder?: string | undefined;
  className?: string | undefined;
  /** Enter; without it a new paragraph follows the block. */
  onEnter?: ((before: Inline[], after: Inline[]) => void) | undefined;
  /** Backspace at the start; without it an empty block goes. */
  onBackspace?: ((text: Inline[]) => void) | undefined;
  /** Delete at the end; without it the next paragraph is joined to this one, or an empty block behind goes. */
  onDelete?: (() => void) | undefined;
  /** Several lines pasted between two parts of the text; without it they become blocks, or lines of it where more of its block stands behind. */
  onLines?: ((lines: readonly Line[], before: Inline[], after: Inline[]) => void) | undefined;
}

/** A text field of a block, with the keys that work in every block: / and @, undo, moving the block. */
export function BlockText({ block, field, label, value, onChange, placeholder, className, onEnter, onBackspace, onDelete, onLines }: BlockTextProps) {
  const note = useNote();
  const takeLines = (lines: readonly Line[], view: EditorView): boolean => {
    const { body } = block;
    const { from, to } = view.state.selection;
    const [before, after] = [fromDoc(view.state.doc.cut(0, from)), fromDoc(view.state.doc.cut(to))];
    if (onLines !== undefined) onLines(lines, before, after);
    else if (field === "text" && (body.kind === "paragraph" || body.kind === "heading")) {
      // All of it is one step; what was typed before is another.
      void note.store.flush();
      const level = body.kind === "paragraph" ? body.level : 1;
      const edited = (text: Inline[]) => [{ id: block.id, body: { ...body, text } }];
      // The block stays what it is, with its comments and its marking, wherever some of it is left.
      const hasStart = before.length > 0 || (body.kind === "paragraph" && body.lead.length > 0) || (block.marking !== null && after.length === 0);
      if (!hasStart && after.length > 0) {
        note.insertMany(bodiesOf(lines, level), blockBefore(note.store.get(), block.id)?.id ?? null, { edits: sameText(after, body.text) ? [] : edited(after) });
      } else if (hasStart) {
        const { text, bodies, edge } = pastedBetween(lines, before, after, level);
        note.insertMany(bodies, block.id, { edits: edited(text), marking: after.length > 0 ? block.marking : null, edge });
      } else note.insertMany(bodiesOf(lines, level), block.id, { gone: [block.id] });
    } else if (after.length > 0 || !endsWith(body, field)) return false;
    else {
      const [first, ...rest] = lines;
      void note.store.flush();
      if (first !== undefined) insertText(view, first.text);
      const now = blockIn(note.store.get(), block.id);
      note.insertMany(bodiesOf(rest, body.kind === "paragraph" ? body.level : 1), block.id, { edits: now === undefined ? [] : [now] });
    }
    return true;
  };
  const takeCarried = (words: Carried, at: number): boolean => {
    const now = blockIn(note.store.get(), block.id);
    const edits = now === undefined ? undefined : carriedOver(words, { block: now, field, at }, (id) => blockIn(note.store.get(), id));
    if (edits === undefined) return false;
    note.store.recast({ edits });
    // When the words have come.
    requestAnimationFrame(() => selectField(block.id, field, { from: at, to: at + toDoc(words.text).content.size, isAtom: false }));
    return true;
  };
  const takeNext = () => {
    const next = blockAfter(note.store.get(), block.id);
    if (next === undefined || textsOf(block.body).at(-1)?.field !== field) return;
    if (block.body.kind === "paragraph" && next.body.kind === "paragraph") joinUp(note, next.id);
    else if ((next.body.kind === "paragraph" || next.body.kind === "heading") && saysNothing(next.body)) note.store.recast({ gone: [next.id] });
  };
  const onKey = (event: KeyboardEvent, view: EditorView): boolean => {
    if (event.isComposing) return false;
    switch (spell(event)) {
      case "Ctrl Z":
      case "Ctrl Shift Z":
      case "Ctrl Y":
        event.preventDefault();
        note.undo(spell(event) === "Ctrl Z" ? "undo" : "redo");
        return true;
      case "Alt ↑":
      case "Alt ↓":
        event.preventDefault();
        note.move(block.id, spell(event) === "Alt ↑" ? -1 : 1);
        return true;
      case "Ctrl Alt M": {
        event.preventDefault();
        const { from, to } = view.state.selection;
        note.openComment({ block: block.id, words: wordsToName(view.state.doc, from, to) });
        return true;
      }
      case "/":
        if (view.state.doc.content.size > 0) return false;
        event.preventDefault();
        note.openInsert(view.dom, block.id, saysNothing(block.body) ? block.id : undefined);
        return true;
      case "@":
        if (isInWord(view.state.doc, view.state.selection.from)) return false;
        event.preventDefault();
        note.openCite(view.dom);
        return true;
      default: return false;
    }
  };
  return (
    <RichText
      block={block.id}
      field={field}
      label={label}
      value={value}
      language={note.note.language}
      onChange={onChange}
      placeholder={placeholder}
      className={className}
      onEnter={onEnter ?? (() => note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id))}
      onBackspace={onBackspace ?? (() => saysNothing(block.body) && note.remove(block.id))}
      onDelete={onDelete ?? takeNext}
      onKey={onKey}
      onLeave={() => void note.store.flush()}
      onOpen={note.openFootnote}
      onLines={takeLines}
      onCarried={takeCarried}
    />
  );
}

/** Whether nothing that a block says stands behind that text of it. */
function endsWith(body: Body, field: string): boolean {
  const texts = textsOf(body);
  const place = texts.findIndex((one) => one.field === field);
  // A row that is only open to be written in stands behind all others.
  return place < 0 || texts.slice(place + 1).every(({ text }) => text.length === 0);
}
