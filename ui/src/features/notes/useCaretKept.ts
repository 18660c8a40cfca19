import { useEffect, useRef } from "react";
import { useStorePart } from "../../lib/store";
import { lastField } from "./fields";
import type { NoteStore } from "./noteStore";

/** When the block that the caret is in goes, by undo or because somebody else took it out, `lead` is told which stood before it. */
export function useCaretKept(store: NoteStore, lead: (block: string) => void): void {
  const places = useStorePart(store, (state) => state.places);
  const before = useRef(places);
  useEffect(() => {
    const was = before.current;
    before.current = places;
    const at = lastField()?.block;
    // Whoever has the focus elsewhere keeps it.
    if (at === undefined || places.has(at) || !was.has(at) || document.activeElement !== document.body) return;
    const stood = [...was.keys()];
    const next = stood.slice(0, was.get(at)).findLast((id) => places.has(id)) ?? [...places.keys()][0];
    if (next !== undefined) lead(next);
  }, [places]); // eslint-disable-line react-hooks/exhaustive-deps
}
