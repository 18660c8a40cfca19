import type { ActorId, ActorRow, Block } from "../../api/generated";
import { useStorePart } from "../../lib/store";
import type { NoteWork } from "./noteContext";

/**
 * Whom the note is about: those whom its tables, profiles and timelines were narrowed to, and who belongs to them. Nobody
 * in particular if nothing was.
 */
export function subjectOf(blocks: readonly Block[], actors: readonly ActorRow[]): ReadonlySet<ActorId> {
  const subject = new Set(blocks.flatMap(({ body }): readonly ActorId[] => {
    if (body.kind === "positions_table" || body.kind === "analysis") return body.actors;
    if (body.kind === "actor_profile") return [body.actor];
    return body.kind === "timeline" && body.actor !== null ? [body.actor] : [];
  }));
  // Parents stand before those that belong to them.
  for (const { actor } of actors) if (actor.parent !== null && subject.has(actor.parent)) subject.add(actor.id);
  return subject;
}

/** The subject of the open note. */
export function useSubject({ store, names }: Pick<NoteWork, "store" | "names">): ReadonlySet<ActorId> {
  const line = useStorePart(store, ({ blocks }) => [...subjectOf(blocks, names.actors)].join(" "));
  return new Set(line === "" ? [] : line.split(" "));
}
