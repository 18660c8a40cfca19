import { useEffect, useRef, type RefObject } from "react";
import type { BlockId } from "../../api/generated";
import { useFocusKept } from "../../lib/focus";
import type { NoteStore } from "./noteStore";
import { leadTo } from "./useOpenNote";

/** When what has the focus among the blocks goes, it stays in its block, or goes to the one that stood before where that has gone too. */
export function useBlockFocus(blocks: RefObject<HTMLElement | null>, store: NoteStore): void {
  /** The block the focus was in last, behind those that stood before it then. */
  const way = useRef<BlockId[]>([]);
  useEffect(() => {
    const own = blocks.current;
    const come = ({ target }: FocusEvent) => {
      const at = target instanceof Element ? target.closest<HTMLElement>("[data-block]")?.dataset["block"] : undefined;
      const ids = [...store.get().places.keys()];
      way.current = ids.slice(0, ids.indexOf(at ?? "") + 1);
    };
    own?.addEventListener("focusin", come);
    return () => own?.removeEventListener("focusin", come);
  }, [blocks, store]);
  useFocusKept(blocks, (part) => {
    const { places } = store.get();
    // Whoever did it may have led it on.
    if (document.activeElement !== document.body) return document.activeElement as HTMLElement;
    const next = way.current.findLast((id) => places.has(id)) ?? [...places.keys()][0];
    return next === undefined ? part.querySelector("button") : leadTo(next);
  });
}
