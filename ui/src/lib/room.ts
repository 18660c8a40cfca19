import { useSyncExternalStore } from "react";

const watch = (listener: () => void) => {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
};

const RAIL = 80;

/** How wide a place is, in pixels: the window without its rail. Side panels give way where this is little. */
export function useRoom(): number {
  return useSyncExternalStore(watch, () => window.innerWidth) - RAIL;
}

/** At most `wanted`, but never so much that less than `rest` is left of `room`; and never less than `least`. */
export const leaving = (room: number, rest: number, wanted: number, least: number): number => Math.max(least, Math.min(wanted, room - rest));

/** A part of `room`, at most `most`: the least that a side panel keeps, also where the window is magnified. */
export const partOf = (room: number, part: number, most: number): number => Math.round(Math.min(most, room * part));
