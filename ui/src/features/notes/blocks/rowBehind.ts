import { useEffect, useState } from "react";
import type { BlockId } from "../../../api/generated";
import { lastField, watchField } from "../fields";

/**
 * A row that is open to be written in behind the last of a block: the note itself knows only rows that say something, for
 * each is printed. It closes when the caret goes elsewhere.
 */
export function useRowBehind(block: BlockId, count: number): { isOpen: boolean; open: () => void; close: () => void } {
  const [place, setPlace] = useState<number>();
  useEffect(() => {
    if (place === undefined) return undefined;
    return watchField(() => {
      const at = lastField();
      if (at?.block !== block || !at.field.endsWith(`.${String(place)}`)) setPlace(undefined);
    });
  }, [block, place]);
  return { isOpen: place === count, open: () => setPlace(count), close: () => setPlace(undefined) };
}
