import type { Block, Body, PositionId } from "../../api/generated";

/** The positions that the blocks name: as what they show, or in a citation. Sorted, each once. */
export function positionsIn(blocks: readonly Block[]): PositionId[] {
  return [...new Set(blocks.flatMap(({ body }) => namedIn(body)))].sort();
}

// A body is never changed but replaced: while one types, only the block one types in is looked through.
const named = new WeakMap<Body, PositionId[]>();

function namedIn(body: Body): PositionId[] {
  const known = named.get(body);
  if (known !== undefined) return known;
  const found = new Set<PositionId>();
  if (body.kind === "position") found.add(body.position);
  if (body.kind === "change") [body.from, body.to].forEach((id) => found.add(id));
  cited(body, found);
  const ids = [...found];
  named.set(body, ids);
  return ids;
}

/** Looks through whatever holds text, however deep. */
function cited(within: unknown, found: Set<PositionId>): void {
  if (within === null || typeof within !== "object") return;
  if ("to" in within && within.to === "position" && "id" in within && typeof within.id === "string") found.add(within.id);
  Object.values(within).forEach((each) => cited(each, found));
}
