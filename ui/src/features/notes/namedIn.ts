import type { Block, Body, ExcerptId, PositionId } from "../../api/generated";

interface Named {
  positions: ReadonlySet<PositionId>;
  excerpts: ReadonlySet<ExcerptId>;
}

/** The positions that the blocks name: as what they show, or in a citation. Sorted, each once. */
export const positionsIn = (blocks: readonly Block[]): PositionId[] => all(blocks, "positions");

/** The excerpts that they quote or cite, likewise. */
export const excerptsIn = (blocks: readonly Block[]): ExcerptId[] => all(blocks, "excerpts");

function all(blocks: readonly Block[], which: keyof Named): string[] {
  const found = new Set<string>();
  for (const { body } of blocks) for (const id of namedIn(body)[which]) found.add(id);
  return [...found].sort();
}

// A body is never changed but replaced: while one types, only the block one types in is looked through.
const known = new WeakMap<Body, Named>();

function namedIn(body: Body): Named {
  const before = known.get(body);
  if (before !== undefined) return before;
  const named = { positions: new Set<PositionId>(), excerpts: new Set<ExcerptId>() };
  if (body.kind === "position") named.positions.add(body.position);
  if (body.kind === "change") [body.from, body.to].forEach((id) => named.positions.add(id));
  if (body.kind === "quotation") named.excerpts.add(body.excerpt);
  cited(body, { position: named.positions, excerpt: named.excerpts });
  known.set(body, named);
  return named;
}

/** Looks through whatever holds text, however deep. */
function cited(within: unknown, found: Record<"position" | "excerpt", Set<string>>): void {
  if (within === null || typeof within !== "object") return;
  if ("to" in within && (within.to === "position" || within.to === "excerpt") && "id" in within && typeof within.id === "string") found[within.to].add(within.id);
  Object.values(within).forEach((each) => cited(each, found));
}
