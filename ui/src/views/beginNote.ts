import { goTo } from "../lib/place";
import { createStore } from "../lib/store";

/** Whether a note is being begun. */
export const beginning = createStore(false);

/** Begins a note, from wherever one is. */
export function beginNote(): void {
  goTo({ name: "notes" });
  beginning.set(true);
}
