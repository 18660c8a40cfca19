import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";
import { t } from "../i18n";

export interface Toast {
  text: string;
  /** What the button beside it does; `undo` shows the key as well. */
  action?: { label: string; run: () => void; keys?: string } | undefined;
  /** What it offers can be had nowhere else. */
  isOnlyHere?: boolean;
}

export const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** How to take back the latest step, and which that is; nothing, if the act that is told of had nothing to change. */
interface Steps {
  undo: () => void;
  recorded: () => Promise<{ step: number | undefined; isNothing: boolean }>;
}

let steps: Steps = { undo: () => undefined, recorded: () => Promise.resolve({ step: undefined, isNothing: false }) };

/** Tells the toasts about steps; the shell does, once. */
export function stepsAre(those: Steps): void {
  steps = those;
}

/** The step that can be taken back from a toast. */
let offer: { key: string; step: number } | undefined;

/** How many things were to be said so far: of two the later one is shown, whichever is ready first. */
let said = 0;

/** Says that a step was recorded, and offers to take it back; where nothing had to be changed it says that. */
export function toastDone(text: string): void {
  said += 1;
  const own = said;
  // It was done, whether or not it can be told which step it was.
  const asked = steps.recorded().catch(() => ({ step: undefined, isNothing: false }));
  void asked.then(({ step, isNothing }) => {
    if (own !== said) return;
    if (isNothing || step === undefined) {
      toast({ text: isNothing ? t("common.nothingChanged") : text });
      return;
    }
    const key = toast({ text, action: { label: t("common.undo"), run: () => steps.undo(), keys: "Ctrl Z" } });
    offer = { key, step };
  });
}

/** An offer made for a step that is not the latest any more would take back the wrong one. */
export function latestIs(step: number | undefined): void {
  if (offer === undefined || offer.step === step) return;
  queue.close(offer.key);
  offer = undefined;
}

/** Says something that is worth less than an offer that is made nowhere else: where one is made, that stays. */
export function toastUnlessOffered(lesser: Toast): void {
  if (!queue.visibleToasts.some(({ content }) => content.isOnlyHere)) toast(lesser);
}

/** What is offered was for the dossier that was open. */
export function letOffersGo(): void {
  for (const { key, content } of queue.visibleToasts) if (content.action !== undefined) queue.close(key);
  offer = undefined;
}

/** Says what went wrong where there is no place of its own for it. */
export function toastError(problem: { message: string; hint?: string | null | undefined }): void {
  toast({ text: [problem.message, problem.hint].filter(Boolean).join(" ") });
}

/** Says something. Undo always takes back the latest step, so a new toast replaces those before it. */
export function toast(toast: Toast): string {
  said += 1;
  queue.clear();
  offer = undefined;
  return queue.add(toast, { timeout: timeFor(toast.text) });
}

/** As long as it takes to see that something is said, and to read it, in milliseconds. With the pointer or the focus on it, it stays. */
export const timeFor = (text: string): number => 3000 + 60 * text.length;
