import { useState, type ReactNode, type Ref } from "react";
import { spell, submit } from "../lib/keys";

/** The key that saves from where the focus is: in a list or on another button, Enter is theirs. */
export type SaveKey = "Enter" | "Ctrl Enter";

/**
 * A form that Enter saves from its fields and Ctrl Enter from anywhere, and that Esc leaves. Nothing is saved while a
 * field holds what cannot be read: that field takes the focus and says so. Alt Enter presses the button marked as the
 * second way, if there is one.
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
        // What can be pressed takes every Enter, also one with Ctrl or Alt.
        const { target } = event;
        if (!(target instanceof Element) || !target.matches("button, [type=radio]") || !event.currentTarget.contains(target)) return;
        if (act(event.currentTarget, spell(event))) {
          event.preventDefault();
          event.stopPropagation();
        }
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
        } else if (act(currentTarget, spelt === "Enter" && target instanceof HTMLInputElement ? "Ctrl Enter" : spelt)) {
          event.preventDefault();
        }
      }}
    >
      {children(key)}
    </form>
  );
}

/**
 * Does what a key asks for; whether it asked for anything. What a field reads on Enter is there once it has been drawn,
 * so both ways lead over the page, where what answers is as new as that.
 */
function act(form: HTMLFormElement, spelt: string): boolean {
  if (spelt === "Ctrl Enter") submit(form);
  else if (spelt === "Alt Enter") form.querySelector<HTMLElement>("[data-second]")?.click();
  else return false;
  return true;
}

const enterSaves = (target: Element): boolean => target instanceof HTMLInputElement || target.matches("[type=submit]");
