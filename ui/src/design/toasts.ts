import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";
import { t } from "../i18n";

export interface Toast {
  text: string;
  /** What the button beside it does; `undo` shows the key as well. */
  action?: { label: string; run: () => void; keys?: string } | undefined;
}

export const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

let undo = (): void => undefined;

/** Tells the toasts how to undo; the shell does, once. */
export function undoWith(run: () => void): void {
  undo = run;
}

/** Says that a step was recorded, and offers to take it back. */
export function toastDone(text: string): void {
  toast({ text, action: { label: t("common.undo"), run: () => undo(), keys: "Ctrl Z" } });
}

/** Says what went wrong where there is no place of its own for it. */
export function toastError(problem: { message: string; hint?: string | null | undefined }): void {
  toast({ text: [problem.message, problem.hint].filter(Boolean).join(" ") });
}

/** Says something. Undo always takes back the latest step, so a new toast replaces those before it. */
export function toast(toast: Toast): void {
  queue.clear();
  queue.add(toast, { timeout: 8000 });
}
