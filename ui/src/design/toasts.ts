import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export interface Toast {
  text: string;
  /** What the button beside it does; `undo` shows the key as well. */
  action?: { label: string; run: () => void; keys?: string } | undefined;
}

export const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Says what was done. Undo always takes back the latest step, so a new toast replaces those before it. */
export function toast(toast: Toast): void {
  queue.clear();
  queue.add(toast, { timeout: 8000 });
}
