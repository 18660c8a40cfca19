import type { Block, BlockId } from "../../api/generated";
import { keptList } from "../../lib/store";
import { paragraphNumbers, referenceNumbers } from "./numbers";

/** What follows from the order of a note's blocks. */
export interface Counted {
  /** Where each block stands among them, in their order: the same map until one comes, goes or moves. */
  places: ReadonlyMap<BlockId, number>;
  /** The same in parts: the same list until it is another one. */
  parts: readonly (readonly BlockId[])[];
  /** Paragraph numbers as printed, and as references print them: the same maps until a number changes. */
  numbers: ReadonlyMap<BlockId, string>;
  references: ReadonlyMap<BlockId, string>;
}

export const NO_BLOCKS: Counted = { places: new Map(), parts: [], numbers: new Map(), references: new Map() };

/** Places and numbers of these blocks, in the maps there were if none has changed: nobody is to be drawn again for each key. */
export function countedAgain(blocks: readonly Block[], before: Counted): Counted {
  return { parts: keptParts(before.parts, partsOf(blocks)), places: kept(before.places, new Map(blocks.map(({ id }, index) => [id, index]))), numbers: kept(before.numbers, paragraphNumbers(blocks)), references: kept(before.references, referenceNumbers(blocks)) };
}

/**
 * A part begins with a heading, and where a block's name says so, as that of one in sixteen does: so a part is of some sixteen
 * blocks where there are no headings, and most parts stay what they are wherever a block is put in.
 */
const begins = (id: BlockId): boolean => id.endsWith("0");

function partsOf(blocks: readonly Block[]): BlockId[][] {
  const parts: BlockId[][] = [];
  for (const { id, body } of blocks) {
    const last = parts.at(-1);
    if (last === undefined || body.kind === "heading" || begins(id)) parts.push([id]);
    else last.push(id);
  }
  return parts;
}

/** The lists there were where they are still the same. */
function keptParts(before: Counted["parts"], now: Counted["parts"]): Counted["parts"] {
  const known = new Map(before.map((part) => [part[0], part]));
  return keptList(before, now.map((part) => keptList(known.get(part[0]) ?? [], part)));
}

function kept<T>(before: ReadonlyMap<BlockId, T>, now: ReadonlyMap<BlockId, T>): ReadonlyMap<BlockId, T> {
  if (before.size !== now.size) return now;
  for (const [id, value] of now) if (before.get(id) !== value) return now;
  return before;
}
