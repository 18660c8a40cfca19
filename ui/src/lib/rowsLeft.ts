import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { focusAfterDialogs } from "./focus";

export interface RowsLeft {
  /** This row is about to go, by the act that stands so many from its end; it takes the focus with it. */
  leave: (row: string, fromEnd?: number) => void;
  /** It stays after all. */
  stay: () => void;
}

/**
 * For a list of which rows go by what is pressed in them; its children are the rows, in order. The same act of the row that
 * came after one that went takes the focus, or that of the row before; where there is none, what `otherwise` gives.
 */
export function useRowsLeft(list: RefObject<HTMLElement | null>, rows: readonly string[], otherwise: () => HTMLElement | null): RowsLeft {
  const leaving = useRef<{ row: string; others: readonly Element[]; fromEnd: number } | undefined>(undefined);
  const leadOn = useEffectEvent(() => {
    if (leaving.current === undefined) return;
    const { others, fromEnd } = leaving.current;
    leaving.current = undefined;
    // Whoever has gone elsewhere meanwhile stays there.
    const focused = document.activeElement;
    const around = list.current?.closest("[role=dialog]") ?? list.current;
    if (focused !== null && focused !== document.body && focused.isConnected && around?.contains(focused) !== true) return;
    focusAfterDialogs(() => {
      const acts = others.flatMap((other) => (other.isConnected ? [[...other.querySelectorAll("button")].at(-fromEnd)] : []));
      return acts.find((act) => act !== undefined) ?? otherwise();
    }, list.current?.closest("[data-modal]"));
  });
  useEffect(() => {
    if (leaving.current !== undefined && !rows.includes(leaving.current.row)) leadOn();
  }, [rows]);
  // With its last row the list itself may go.
  useEffect(() => () => leadOn(), []);
  return {
    leave: (row, fromEnd = 1) => {
      const all = [...(list.current?.children ?? [])];
      const at = rows.indexOf(row);
      leaving.current = { row, others: [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0)).reverse()], fromEnd };
    },
    stay: () => {
      leaving.current = undefined;
    },
  };
}
