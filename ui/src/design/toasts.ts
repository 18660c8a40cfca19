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

/** The offer to take back the latest step, since when. */
let offer: { key: string; since: number } | undefined;

/** How long a step's own news may take to arrive, in milliseconds. */
const OWN_NEWS = 1000;

/** Says that a step was recorded, and offers to take it back. */
export function toastDone(text: string): void {
  const key = toast({ text, action: { label: t("common.undo"), run: () => undo(), keys: "Ctrl Z" } });
  offer = { key, since: performance.now() };
}

/** Another step is the latest now: an offer made for one before it would take back the wrong one. */
export function anotherStep(): void {
  if (offer === undefined || performance.now() - offer.since < OWN_NEWS) return;
  queue.close(offer.key);
  offer = undefined;
}

/** Says what went wrong where there is no place of its own for it. */
export function toastError(problem: { message: string; hint?: string | null | undefined }): void {
  toast({ text: [problem.message, problem.hint].filter(Boolean).join(" ") });
}

/** Says something. Undo always takes back the latest step, so a new toast replaces those before it. */
export function toast(toast: Toast): string {
  queue.clear();
  offer = undefined;
  return queue.add(toast, { timeout: 8000 });
}
