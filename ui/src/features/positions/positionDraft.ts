import type { ActorId, Confidence, Evidence, IssueId, Manner, Position, PositionFacts, PositionId, Stance } from "../../api/generated";

export const MANNERS: readonly Manner[] = ["on_record", "reported", "leaked", "background", "inferred"];
export const CONFIDENCES: readonly Confidence[] = ["high", "moderate", "low"];

/** A position while it is being edited: like its facts, with what may still be missing. */
export interface PositionDraft {
  actors: readonly ActorId[];
  issue: IssueId | undefined;
  stance: Stance | null;
  summary: string;
  condition: string;
  sequence: string;
  degree: string;
  speaker: ActorId | null;
  manner: Manner;
  asOf: string;
  reviewBy: string;
  confidence: Confidence;
  supersedes: PositionId | null;
  marking: string | null;
  evidence: readonly Evidence[];
}

export type Lack = "actors" | "issue" | "stance" | "asOf";

export function draftOf(position: Position): PositionDraft {
  return {
    actors: position.actors,
    issue: position.issue,
    stance: position.stance,
    summary: position.summary ?? "",
    condition: position.condition ?? "",
    sequence: position.sequence ?? "",
    degree: position.degree ?? "",
    speaker: position.speaker,
    manner: position.manner,
    asOf: position.as_of,
    reviewBy: position.review_by ?? "",
    confidence: position.confidence,
    supersedes: position.supersedes,
    marking: position.marking,
    evidence: position.evidence,
  };
}

export function emptyDraft(actor: ActorId | undefined, issue: IssueId | undefined, today: string): PositionDraft {
  return {
    actors: actor === undefined ? [] : [actor],
    issue,
    stance: null,
    summary: "",
    condition: "",
    sequence: "",
    degree: "",
    speaker: null,
    manner: "on_record",
    asOf: today,
    reviewBy: "",
    confidence: "moderate",
    supersedes: null,
    marking: null,
    evidence: [],
  };
}

/** The facts to record, or what they still lack, in the order of the form. */
export function factsOrLacks(draft: PositionDraft): { facts: PositionFacts } | { lacks: Lack[] } {
  const { actors, issue, stance, asOf } = draft;
  if (issue !== undefined && stance !== null && actors.length > 0 && asOf !== "") {
    const said = (text: string) => (text.trim() === "" ? null : text.trim());
    return {
      facts: {
        actors: [...actors],
        issue,
        stance,
        degree: said(draft.degree),
        condition: said(draft.condition),
        sequence: said(draft.sequence),
        summary: said(draft.summary),
        speaker: draft.speaker,
        manner: draft.manner,
        as_of: asOf,
        review_by: said(draft.reviewBy),
        confidence: draft.confidence,
        supersedes: draft.supersedes,
        marking: draft.marking,
        evidence: [...draft.evidence],
      },
    };
  }
  const lacks: Lack[] = [];
  if (actors.length === 0) lacks.push("actors");
  if (issue === undefined) lacks.push("issue");
  if (stance === null) lacks.push("stance");
  if (asOf === "") lacks.push("asOf");
  return { lacks };
}

/** Of the positions on its issue, those whose place a draft can take: held by none but its own actors, as another would be left without. `own` is the position that is edited. */
export function earlierOf(actors: readonly ActorId[], own: PositionId | undefined, onIssue: readonly Position[]): Position[] {
  return onIssue.filter((other) => other.id !== own && (own === undefined || other.supersedes !== own) && other.actors.every((actor) => actors.includes(actor)));
}

/** The list with the item at `index` moved by one. */
export function shifted<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const moved = [...list];
  const [item] = moved.splice(index, 1);
  if (item !== undefined) moved.splice(Math.min(Math.max(index + by, 0), moved.length), 0, item);
  return moved;
}
