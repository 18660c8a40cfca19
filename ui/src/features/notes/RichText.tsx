import { toggleMark } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, NodeSelection, TextSelection, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useEffectEvent, useRef } from "react";
import type { BlockId, Inline } from "../../api/generated";
import { classes } from "../../design/classes";
import { isMac } from "../../lib/keys";
import { written } from "../../lib/written";
import { letGo, takeUp, type Carried } from "./carried";
import { chips } from "./chips";
import { copiedText, copiedWords } from "./copied";
import { enterField, leaveField, registerField } from "./fields";
import { flagPlugin } from "./flags";
import { selectedFootnote } from "./footnotes";
import { hearSelection, listenWhileFocused } from "./listening";
import type { Line } from "./pasted";
import styles from "./RichText.module.css";
import { fromDoc, plain, sameText, schema, toDoc } from "./schema";
import { holdLetters, isUndoing } from "./undoing";
import { insertText, putCaret, takeIn } from "./takeIn";
import { textChange } from "./textChange";

export interface RichTextProps {
  block: BlockId;
  /** Its name within the block. */
  field: string;
  label: string;
  value: readonly Inline[];
  /** Of the note. */
  language: string;
  onChange: (text: Inline[]) => void;
  placeholder?: string | undefined;
  className?: string | undefined;
  /** Enter: the text before and after the caret. */
  onEnter: (before: Inline[], after: Inline[]) => void;
  /** Backspace at the very start. */
  onBackspace: (text: Inline[]) => void;
  /** Delete at the very end. */
  onDelete: () => void;
  /** Keys that concern the block or the note; true if they were answered. */
  onKey: (event: KeyboardEvent, view: EditorView) => boolean;
  onLeave: () => void;
  /** A sign for something among the words is to be opened. */
  onOpen: () => void;
  /** Several lines pasted; true if the block has taken them, else they are lines of this text. */
  onLines?: ((lines: readonly Line[], view: EditorView) => boolean) | undefined;
  /** Words of another field are put down at a place here, and taken out there. Returns whether they could be. */
  onCarried: (words: Carried, at: number) => boolean;
}

/** One field of running text: words, bold, italic, and chips for citations, references and links. */
export function RichText({ block, field, label, value, language, onChange, placeholder, className, onEnter, onBackspace, onDelete, onKey, onLeave, onOpen, onLines, onCarried }: RichTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const changed = useEffectEvent((text: Inline[]) => onChange(text));
  const entered = useEffectEvent((before: Inline[], after: Inline[]) => onEnter(before, after));
  const backspaced = useEffectEvent((text: Inline[]) => onBackspace(text));
  const deleted = useEffectEvent(() => onDelete());
  const keyed = useEffectEvent((event: KeyboardEvent, editor: EditorView) => onKey(event, editor));
  const left = useEffectEvent(() => onLeave());
  const opened = useEffectEvent(() => onOpen());
  const pasted = useEffectEvent((lines: readonly Line[], editor: EditorView) => onLines?.(lines, editor) ?? false);
  const carried = useEffectEvent((words: Carried, at: number) => onCarried(words, at));
  const initial = useEffectEvent(() => value);

  useEffect(() => {
    if (place.current === null) return;
    const { bold, italic } = schema.marks;
    const bindings = keymap({
      ...(bold === undefined ? {} : { "Mod-b": toggleMark(bold) }),
      ...(italic === undefined ? {} : { "Mod-i": toggleMark(italic) }),
      Enter: (state, _, editor) => {
        if (editor !== undefined && selectedFootnote(editor) !== undefined) opened();
        else entered(fromDoc(state.doc.cut(0, state.selection.from)), fromDoc(state.doc.cut(state.selection.to)));
        return true;
      },
      "Shift-Enter": () => true,
      Backspace: (state) => {
        if (!state.selection.empty || state.selection.from > 0) return false;
        backspaced(fromDoc(state.doc));
        return true;
      },
      Delete: (state) => {
        if (!state.selection.empty || state.selection.to < state.doc.content.size) return false;
        deleted();
        return true;
      },
      ArrowUp: (_, __, editor) => editor !== undefined && editor.endOfTextblock("up") && leaveField(editor, -1),
      ArrowDown: (_, __, editor) => editor !== undefined && editor.endOfTextblock("down") && leaveField(editor, 1),
      ArrowLeft: (_, __, editor) => editor !== undefined && leaveAtEnd(editor, runsFromRight(editor) ? 1 : -1),
      ArrowRight: (_, __, editor) => editor !== undefined && leaveAtEnd(editor, runsFromRight(editor) ? -1 : 1),
    });
    const editor = new EditorView(place.current, {
      state: EditorState.create({ doc: toDoc(initial()), plugins: [bindings, flagPlugin(block, field)] }),
      nodeViews: chips,
      clipboardSerializer: copiedText,
      clipboardTextSerializer: copiedWords,
      attributes: { "data-note-field": "", role: "textbox", "aria-multiline": "true" },
      dispatchTransaction: (transaction) => {
        editor.updateState(editor.state.apply(transaction));
        if (transaction.docChanged && transaction.getMeta("adopted") !== true) changed(fromDoc(editor.state.doc));
      },
      handleDoubleClickOn: (one, _, node, at) => {
        if (node.type.name !== "footnote") return false;
        one.dispatch(one.state.tr.setSelection(NodeSelection.create(one.state.doc, at)));
        opened();
        return true;
      },
      handleTextInput: (_, __, ___, letters) => {
        if (isUndoing()) holdLetters(letters);
        return isUndoing();
      },
      handleKeyDown: (one, event) => keyed(event, one) || (isUndoing() && CHANGES.has(event.key)),
      handleDOMEvents: {
        keydown: heard,
        copy: heard,
        cut: heard,
        // Before the editor takes it apart itself, which it would do with all its styles.
        paste: (one, event) => {
          hearSelection(one);
          return takeIn(one, event, event.clipboardData, pasted);
        },
        dragstart: (one) => {
          hearSelection(one);
          takeUp(block, field, one);
          return false;
        },
        dragend: () => {
          letGo();
        },
        drop: (one, event) => {
          const words = letGo();
          const at = one.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          // Within a field the editor knows what to do.
          if (at === undefined || words?.view === one) return false;
          if (words === undefined) return takeIn(one, event, event.dataTransfer, pasted, at);
          event.preventDefault();
          if (!copies(event) && carried(words, at)) return true;
          putCaret(one, at);
          insertText(one, words.text);
          return true;
        },
        focus: () => {
          enterField(block, field);
          return false;
        },
        blur: () => {
          left();
          return false;
        },
      },
    });
    listenWhileFocused(editor);
    view.current = editor;
    const forget = registerField(block, field, editor);
    return () => {
      forget();
      view.current = undefined;
      editor.destroy();
    };
  }, [block, field]);

  // What comes from outside (undo, another window of the history) replaces the words; the caret stays where it can.
  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || sameText(fromDoc(editor.state.doc), value)) return;
    editor.dispatch(adopting(editor.state, toDoc(value)));
  }, [value]);

  useEffect(() => {
    view.current?.setProps({ attributes: { "data-note-field": "", role: "textbox", "aria-multiline": "true", "aria-label": label, ...(placeholder === undefined ? {} : { "aria-placeholder": placeholder }) } });
  }, [label, placeholder]);

  return (
    <div className={classes(styles["rich"], className)} {...written(plain(value), language)}>
      {value.length === 0 && placeholder !== undefined && <span className={styles["placeholder"]} aria-hidden="true"><bdi>{placeholder}</bdi></span>}
      <div ref={place} />
    </div>
  );
}

/** Leads the caret on to the next field where it stands at this end of its own. */
function leaveAtEnd(view: EditorView, direction: -1 | 1): boolean {
  const { selection, doc } = view.state;
  return selection.empty && selection.head === (direction < 0 ? 0 : doc.content.size) && leaveField(view, direction);
}

const runsFromRight = ({ dom }: EditorView): boolean => getComputedStyle(dom).direction === "rtl";

/** Keys that change the words, other than letters. */
const CHANGES: ReadonlySet<string> = new Set(["Enter", "Backspace", "Delete"]);

/** The selection is looked at before the editor acts on it. */
function heard(view: EditorView): boolean {
  hearSelection(view);
  return false;
}

/** Whether what is dropped is to stay where it comes from too: by the key that the system has for it. */
const copies = ({ altKey, ctrlKey }: DragEvent): boolean => (isMac ? altKey : ctrlKey);

/** Only what differs is replaced, and the caret stands where it happened. */
function adopting(state: EditorState, next: Node): Transaction {
  const { from, to, until } = textChange(state.doc, next) ?? { from: 0, to: 0, until: 0 };
  const transaction = state.tr.replace(from, to, next.slice(from, until)).setMeta("adopted", true);
  return transaction.setSelection(TextSelection.create(transaction.doc, Math.min(until, transaction.doc.content.size)));
}
