import type { EditorView } from "prosemirror-view";
import type { Block, Inline } from "../../api/generated";
import { spell } from "../../lib/keys";
import { isInWord } from "./flags";
import { saysNothing } from "./kinds";
import { useNote } from "./noteContext";
import { blockIn } from "./noteStore";
import { bodiesOf, type Line } from "./pasted";
import { insertText, RichText } from "./RichText";

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
  /** Several lines pasted; without it they become blocks. */
  onLines?: ((lines: readonly Line[]) => void) | undefined;
}

/** A text field of a block, with the keys that work in every block: / and @, undo, moving the block. */
export function BlockText({ block, field, label, value, onChange, placeholder, className, onEnter, onBackspace, onLines }: BlockTextProps) {
  const note = useNote();
  const takeLines = (lines: readonly Line[], view: EditorView): boolean => {
    const { body } = block;
    if (onLines !== undefined) onLines(lines);
    else {
      const isRunning = body.kind === "paragraph" || body.kind === "heading";
      const [first, ...rest] = lines;
      const isEmpty = isRunning && saysNothing(body);
      // The first goes on where the caret is, if it can; the others follow the block, and an empty paragraph makes way.
      const joins = !isEmpty && first !== undefined && (first.as === "paragraph" || !isRunning);
      const level = body.kind === "paragraph" ? body.level : 1;
      // All of it is one step; what was typed before is another.
      if (joins) void note.store.flush();
      if (joins) insertText(view, first.text);
      const now = blockIn(note.store.get(), block.id);
      const edits = joins && now !== undefined ? [now] : [];
      note.insertMany(bodiesOf(joins ? rest : lines, level), block.id, { edits, gone: isEmpty ? [block.id] : [] });
    }
    return true;
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
        const words = view.state.doc.textBetween(from, to, "", "").trim();
        note.openComment({ block: block.id, words: words === "" ? null : words });
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
      onChange={onChange}
      placeholder={placeholder}
      className={className}
      onEnter={onEnter ?? (() => note.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, block.id))}
      onBackspace={onBackspace ?? (() => saysNothing(block.body) && note.remove(block.id))}
      onKey={onKey}
      onLeave={() => void note.store.flush()}
      onLines={takeLines}
    />
  );
}
