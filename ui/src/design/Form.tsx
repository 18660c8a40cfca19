import { useState, type ReactNode, type Ref } from "react";
import { spell } from "../lib/keys";

/** The key that saves from where the focus is: in a list or on another button, Enter is theirs. */
export type SaveKey = "Enter" | "Ctrl Enter";

/**
 * A form that Enter saves from its fields and Ctrl Enter from anywhere, and that Esc leaves. Nothing is saved while a
 * field holds what cannot be read: that field takes the focus and says so.
 */
export function Form({ label, className, onSave, onLeave, formRef, children }: {
  label: string;
  className: string | undefined;
  onSave: () => void;
  onLeave: () => void;
  formRef: Ref<HTMLFormElement>;
  /** The key is for the button that saves. */
  children: (key: SaveKey) => ReactNode;
}) {
  const [key, setKey] = useState<SaveKey>("Enter");
  return (
    <form
      ref={formRef}
      className={className}
      aria-label={label}
      noValidate
      onFocus={({ target }) => setKey(enterSaves(target) ? "Enter" : "Ctrl Enter")}
      onSubmit={(event) => {
        event.preventDefault();
        if (event.currentTarget.checkValidity()) onSave();
      }}
      onKeyDownCapture={(event) => {
        // A button takes every Enter, also one with Ctrl.
        if (spell(event) !== "Ctrl Enter" || !(event.target instanceof HTMLButtonElement) || !event.currentTarget.contains(event.target)) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.requestSubmit();
      }}
      onKeyDown={(event) => {
        const { target, currentTarget } = event;
        // A list that is open lies elsewhere on the page, and its keys are its own.
        if (event.defaultPrevented || !(target instanceof Element) || !currentTarget.contains(target)) return;
        const spelt = spell(event);
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        } else if (spelt === "Ctrl Enter" || (spelt === "Enter" && enterSaves(target) && target instanceof HTMLInputElement)) {
          event.preventDefault();
          // What a field reads on Enter is there once it has been drawn: the saving asks for it anew.
          currentTarget.requestSubmit();
        }
      }}
    >
      {children(key)}
    </form>
  );
}

const enterSaves = (target: Element): boolean => target instanceof HTMLInputElement || target.matches("[type=submit]");
