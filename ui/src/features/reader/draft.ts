import type { Confidence, Manner, NewActor, NewIssue, NewName, Position, PositionFacts, PositionId, Stance } from "../../api/generated";
import { newId } from "../../lib/ids";

export const MANNERS: readonly Manner[] = ["on_record", "reported", "leaked", "background", "inferred"];
export const CONFIDENCES: readonly Confidence[] = ["high", "moderate", "low"];

/** The first name in a passage, up to a place in it, that is nobody's yet and whose likely kind is one that takes positions. */
export function newNameIn(passage: string, names: readonly NewName[], upTo = Infinity): NewName | undefined {
  const found = names.filter(({ kind }) => kind !== "group").map((name) => ({ name, at: Math.min(...[name.name, ...name.also].map((word) => placeOf(passage, word))) }));
  return found.filter(({ at }) => at < upTo).toSorted((a, b) => a.at - b.at)[0]?.name;
}

/** Where a whole name stands first; infinity where it does not. */
function placeOf(passage: string, name: string): number {
  for (let at = passage.indexOf(name); at >= 0; at = passage.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(passage.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(passage.slice(at + name.length))) return at;
  }
  return Infinity;
}

/** A position as the tag card holds it before it is recorded. */
export interface Draft {
  actors: readonly string[];
  issue: string | undefined;
  stance: Stance | null;
  condition: string;
  sequence: string;
  degree: string;
  manner: Manner;
  asOf: string;
  confidence: Confidence;
  speaker: string | undefined;
  /** Made in the card, and recorded in one step with the position. */
  newActors: readonly NewActor[];
  newIssue: NewIssue | undefined;
}

/** What a draft still lacks, in the order of the card. */
export type Lack = "actor" | "issue" | "stance" | "asOf";

export function lacksOf(draft: Draft): Lack[] {
  const lacks: Lack[] = [];
  if (draft.actors.length === 0) lacks.push("actor");
  if (draft.issue === undefined) lacks.push("issue");
  if (draft.stance === null) lacks.push("stance");
  if (draft.asOf === "") lacks.push("asOf");
  return lacks;
}

/**
 * The position that says the same as a draft already: of the same actors on the same issue, with the same stance on the
 * same day, and none of what qualifies it said otherwise. `excerpt` would show it; what it shows already is none.
 */
export function positionAlike(draft: Draft, positions: readonly Position[], excerpt: string | undefined): PositionId | undefined {
  const agrees = (said: string, there: string | null) => said.trim() === "" || said.trim() === there;
  return positions.find(
    (there) =>
      there.state === "current" &&
      there.issue === draft.issue &&
      there.stance === draft.stance &&
      there.as_of === draft.asOf &&
      there.actors.length === draft.actors.length &&
      there.actors.every((actor) => draft.actors.includes(actor)) &&
      (draft.speaker === undefined || draft.speaker === there.speaker) &&
      agrees(draft.condition, there.condition) &&
      agrees(draft.sequence, there.sequence) &&
      agrees(draft.degree, there.degree) &&
      !there.evidence.some((shown) => shown.excerpt === excerpt),
  )?.id;
}

/** Whether a stance leaves open what it depends on. */
export const isConditional = (stance: Stance | null): boolean => stance === "supports_with_conditions" || stance === "opposes_with_conditions";

/** A group until the core has said what sort of actor the name is likely to stand for. */
export const newActor = (name: string, known: Partial<Pick<NewName, "kind" | "also" | "role" | "parent">> = {}): NewActor => ({
  id: newId(),
  facts: {
    name,
    short_name: null,
    kind: known.kind ?? "group",
    parent: known.parent ?? null,
    aliases: [...(known.also ?? [])],
    role: known.role ?? null,
    role_from: null,
    role_to: null,
    pronunciation: null,
  },
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The draft as the core records it, with the excerpt as its evidence. Undefined while it lacks something. */
export function factsOf(draft: Draft, excerpt: string): PositionFacts | undefined {
  const { issue, stance } = draft;
  if (issue === undefined || stance === null || lacksOf(draft).length > 0) return undefined;
  return {
    actors: [...draft.actors],
    issue,
    stance,
    degree: orNull(draft.degree),
    condition: orNull(draft.condition),
    sequence: orNull(draft.sequence),
    summary: null,
    speaker: draft.speaker ?? null,
    manner: draft.manner,
    as_of: draft.asOf,
    review_by: null,
    confidence: draft.confidence,
    supersedes: null,
    marking: null,
    evidence: [{ excerpt, relation: "supports" }],
  };
}
