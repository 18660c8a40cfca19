import { WORDS } from "../lib/locale";
import type { Actor, ActorFacts, ActorId, ActorRow, IssueId, IssueRow } from "./generated";
import { useRead } from "./query";

/** What actors and issues are called, by id, and both lists in their order. */
export interface Names {
  actors: readonly ActorRow[];
  issues: readonly IssueRow[];
  /** The full name; empty for an actor that is gone. */
  actor: (id: ActorId) => string;
  /** The name for tables and margins. */
  shortActor: (id: ActorId) => string;
  actorList: (ids: readonly ActorId[]) => string;
  issue: (id: IssueId) => string;
}

export function useNames(): Names {
  const actors = useRead("actor_list", {}).data;
  const issues = useRead("issue_list", {}).data;
  // Made in one go from what was read, so that they stay the same object while that does.
  return namesOf(actors, issues);
}

function namesOf(actors: readonly ActorRow[] = [], issues: readonly IssueRow[] = []): Names {
  const actorById = new Map(actors.map(({ actor }) => [actor.id, actor]));
  const issueById = new Map(issues.map(({ issue }) => [issue.id, issue]));
  const shortActor = (id: ActorId) => actorById.get(id)?.short_name ?? actorById.get(id)?.name ?? "";
  return {
    actors,
    issues,
    actor: (id) => actorById.get(id)?.name ?? "",
    shortActor,
    actorList: (ids) => new Intl.ListFormat(WORDS, { type: "conjunction" }).format(ids.map(shortActor)),
    issue: (id) => issueById.get(id)?.title ?? "",
  };
}

/** What a person says about an actor, to be said again with something changed. */
export function actorFacts(actor: Actor): ActorFacts {
  const { name, short_name, kind, parent, aliases, role, role_from, role_to, pronunciation } = actor;
  return { name, short_name, kind, parent, aliases, role, role_from, role_to, pronunciation };
}
