import type { ActorKind, Confidence, Manner, NewActor, NewIssue, PositionFacts, SourceKind, Stance } from "../../api/generated";
import { newId } from "../../lib/ids";

export const MANNERS: readonly Manner[] = ["on_record", "reported", "leaked", "background", "inferred"];
export const CONFIDENCES: readonly Confidence[] = ["high", "moderate", "low"];

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

/** The likely manner of a position by the kind of its source and the words of the passage. */
export function likelyManner(sourceKind: SourceKind, passage: string): Manner {
  if (sourceKind === "leaked_draft") return "leaked";
  if (/\b(signs suggest|appears? to|seems? to|is understood|unclear whether)\b/i.test(passage)) return "inferred";
  if (/\b(sources?|officials?) (say|said|told|suggest)|\breported(ly)?\b/i.test(passage)) return "reported";
  return "on_record";
}

/** A group until the core has said what sort of actor the name is likely to stand for. */
export const newActor = (name: string, kind: ActorKind = "group"): NewActor => ({
  id: newId(),
  facts: {
    name,
    short_name: null,
    kind,
    parent: null,
    aliases: [],
    role: null,
    role_from: null,
    role_to: null,
    pronunciation: null,
  },
});

export const newIssue = (title: string): NewIssue => ({
  id: newId(),
  facts: { title, question: "", parent: null, half_life_days: null },
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
