import type { Actor, ActorId, ActorRow } from "../../api/generated";
import { narrow } from "../../lib/match";

/** An actor with those under it. */
export interface ActorNode {
  id: ActorId;
  row: ActorRow;
  children: ActorNode[];
  /** How many stand under it, at whatever depth. */
  below: number;
}

/** The tree of the list, which names each actor before those under it. */
export function treeOf(rows: readonly ActorRow[]): ActorNode[] {
  const roots: ActorNode[] = [];
  const byId = new Map<ActorId, ActorNode>();
  for (const row of rows) {
    const node: ActorNode = { id: row.actor.id, row, children: [], below: 0 };
    byId.set(node.id, node);
    const parent = row.actor.parent === null ? undefined : byId.get(row.actor.parent);
    (parent?.children ?? roots).push(node);
    for (let above = parent; above !== undefined; above = above.row.actor.parent === null ? undefined : byId.get(above.row.actor.parent)) above.below += 1;
  }
  return roots;
}

/** The rows that answer what was typed, with whatever stands above them. */
export function matching(rows: readonly ActorRow[], sought: string): ActorRow[] {
  if (sought.trim() === "") return [...rows];
  const byId = new Map(rows.map((row) => [row.actor.id, row]));
  const kept = new Set<ActorId>();
  for (const { actor } of narrow(rows, sought, ({ actor: { name, short_name, aliases } }) => [name, short_name ?? "", ...aliases])) {
    for (let one: Actor | undefined = actor; one !== undefined && !kept.has(one.id); one = byId.get(one.parent ?? "")?.actor) kept.add(one.id);
  }
  return rows.filter((row) => kept.has(row.actor.id));
}

/** Whom an actor comes after when it moves by one among those with the same parent; undefined where it cannot. */
export function afterMove(rows: readonly ActorRow[], id: ActorId, by: -1 | 1): { parent: ActorId | null; after: ActorId | null } | undefined {
  const actor = rows.find((row) => row.actor.id === id)?.actor;
  if (actor === undefined) return undefined;
  const after = afterAmong(rows.filter((row) => row.actor.parent === actor.parent).map((row) => row.actor.id), id, by);
  return after === undefined ? undefined : { parent: actor.parent, after };
}

/** The same in any list: the one it comes after, null to come first. */
export function afterAmong(ids: readonly string[], id: string, by: -1 | 1): string | null | undefined {
  const index = ids.indexOf(id);
  const to = index + by;
  if (index < 0 || to < 0 || to >= ids.length) return undefined;
  return (by < 0 ? ids[to - 1] : ids[to]) ?? null;
}

/** Whom one goes on with when an actor goes: another with the same parent, or else the parent. */
export function besideActor(rows: readonly ActorRow[], { id, parent }: Actor): ActorId | undefined {
  return beside(rows.filter((row) => row.actor.parent === parent).map((row) => row.actor.id), id) ?? parent ?? undefined;
}

/** What one goes on with in any list when one of it goes: the next, or else the one before. */
export function beside(ids: readonly string[], id: string): string | undefined {
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1];
}

/** Whom an actor may belong to: nobody under itself. */
export function possibleParents(rows: readonly ActorRow[], id: ActorId): Actor[] {
  const under = new Set<ActorId>([id]);
  for (const { actor } of rows) if (actor.parent !== null && under.has(actor.parent)) under.add(actor.id);
  return rows.map((row) => row.actor).filter((actor) => !under.has(actor.id));
}
