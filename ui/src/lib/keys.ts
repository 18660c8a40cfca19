import { useEffect, useEffectEvent } from "react";
import { createStore, useStore } from "./store";

/** One key and what it does. `keys` reads as printed: `Ctrl Shift Z`, `J`, `F2`, `?`. `Ctrl` is ⌘ on a Mac. */
export interface Shortcut {
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it works while a field has the focus. Unsaid: keys with Ctrl, Alt or F do, single keys do not. */
  inFields?: boolean;
  /** Not listed on the sheet of all keys, such as the doubles of another. */
  hidden?: boolean;
  /** Typed in a text it does the same, also where single letters are switched off. */
  isTyped?: boolean;
}

export interface ShortcutGroup {
  area: string;
  shortcuts: readonly Shortcut[];
}

// The latest group answers first, so that a card or dialog takes Esc before the place beneath it.
const groups = createStore<readonly ShortcutGroup[]>([]);
const lettersAllowed = createStore(true);

export const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** Single letters can be switched off in Settings (WCAG 2.1.4). */
export const allowLetters = lettersAllowed.set;

/** Whether a key does what it is bound to, or is a single letter and these are switched off. */
export const isAllowed = (spelt: string): boolean => lettersAllowed.get() || !isLetter(spelt);

/** The same for what is drawn. */
export function useAllowedKeys(): typeof isAllowed {
  const areAllowed = useStore(lettersAllowed);
  return (spelt) => areAllowed || !isLetter(spelt);
}

export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useStore(groups);
}

/** Holds these keys while the component is mounted and `active`. `area` heads them on the sheet of all keys. */
export function useShortcuts(area: string, shortcuts: readonly Shortcut[], active = true): void {
  const runAt = useEffectEvent((index: number, event: KeyboardEvent) => shortcuts[index]?.run(event));
  const shape = JSON.stringify(shortcuts.map((shortcut) => ({ ...shortcut, run: undefined })));
  useEffect(() => {
    if (!active) return;
    const listed = (JSON.parse(shape) as Omit<Shortcut, "run">[]).map((shortcut, index) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => runAt(index, event),
    }));
    const group = { area, shortcuts: listed };
    groups.set([...groups.get(), group]);
    return () => groups.set(groups.get().filter((other) => other !== group));
  }, [area, shape, active]);
}

/** The key of an event as `Shortcut.keys` spells it. */
export function spell(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">, mac = isMac): string {
  const control = mac ? event.metaKey : event.ctrlKey;
  const key = NAMED[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  // A sign such as ? needs Shift on most keyboards: there Shift is part of the sign, not of the shortcut. A space is none.
  const sign = event.key.length === 1 && event.key.toUpperCase() === event.key.toLowerCase() && !/[\d ]/.test(event.key);
  return [control && "Ctrl", event.altKey && "Alt", event.shiftKey && !sign && "Shift", key].filter(Boolean).join(" ");
}

const NAMED: Record<string, string> = { Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", " ": "Space" };

/** A field in which nothing is typed that does not count yet says so: keys such as undo are the window's there. */
const isSettled = (target: EventTarget | null): boolean => target instanceof Element && target.closest("[data-settled]") !== null;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio],[type=checkbox]), textarea, select"));

/** Whether a field would take the key for a letter or a move of its own. */
export const isPlain = (spelt: string): boolean => !/^(?:Shift )?F\d|^(?:Ctrl|Alt|Esc)/.test(spelt);

/** A single letter or sign, with or without Shift. */
const isLetter = (spelt: string): boolean => spelt.replace("Shift ", "").length === 1;

const isBehindModal = (): boolean => document.querySelector("[role=dialog][aria-modal=true], [data-modal]") !== null;

/** Answers a key if a group wants it. Returns whether one did. */
export function answer(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const spelt = spell(event);
  const plain = isPlain(spelt);
  const typing = isField(event.target);
  for (const group of [...groups.get()].reverse()) {
    const shortcut = group.shortcuts.find((each) => each.keys === spelt);
    if (shortcut === undefined) continue;
    if (typing && !(shortcut.inFields ?? !plain) && (plain || !isSettled(event.target))) continue;
    if (!isAllowed(spelt)) continue;
    // Asked last: it looks through the whole page.
    if (shortcut.inFields !== true && isBehindModal()) continue;
    event.preventDefault();
    shortcut.run(event);
    return true;
  }
  return false;
}

/** Listens for the whole window; called once by the shell. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => void answer(event);
  // Notices have a handler of their own for F6, on the document, which would keep the focus among them.
  const onRegionKey = (event: KeyboardEvent) => {
    if (event.key === "F6" && answer(event)) event.stopPropagation();
  };
  window.addEventListener("keydown", onRegionKey, true);
  window.addEventListener("keydown", onKey);
  return () => {
    window.removeEventListener("keydown", onRegionKey, true);
    window.removeEventListener("keydown", onKey);
  };
}

/** For a form with a field of several lines, where Enter begins a line: Ctrl Enter submits it. */
export function submitOnCtrlEnter(event: React.KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  submit(event.currentTarget);
}

/** Submits a form, unless its button cannot be pressed: what it asks for is under way. */
export function submit(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("[type=submit]");
  if (button?.disabled !== true) form.requestSubmit();
}
