import type { Actor } from "../../api/generated";

/** Facts that an actor has only one of. */
export type OneOf = "role" | "role_from" | "role_to" | "pronunciation";
type Facts = Partial<Record<OneOf, string>>;

const ROLE = ["role", "role_from", "role_to"] as const;
const PRONUNCIATION = ["pronunciation"] as const;

/**
 * What becomes of such facts when one actor is made part of another, as the core does it: who has no role takes the other's
 * with its time, and who has no pronunciation takes that; the rest goes.
 */
export function merged(gone: Actor, kept: Actor): { moves: Facts; goes: Facts } {
  const takesRole = kept.role === null;
  const takesPronunciation = kept.pronunciation === null;
  return {
    moves: { ...(takesRole && only(gone, kept, ROLE)), ...(takesPronunciation && only(gone, kept, PRONUNCIATION)) },
    goes: { ...(takesRole ? only(kept, gone, ROLE) : only(gone, kept, ROLE)), ...(!takesPronunciation && only(gone, kept, PRONUNCIATION)) },
  };
}

/** The facts that the one actor has and that are not the other's as well. */
const only = (one: Actor, other: Actor, facts: readonly OneOf[]): Facts =>
  Object.fromEntries(facts.flatMap((fact) => (one[fact] === null || one[fact] === other[fact] ? [] : [[fact, one[fact]]])));
