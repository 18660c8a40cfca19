import type { Actor, ActorId, ActorRow, NewActor, NewName } from "../../api/generated";
import { t } from "../../i18n";
import { nearestMention, type Mention } from "../../lib/mentions";
import type { Stretch } from "../../lib/text";
import { newActor, newNameIn } from "./draft";
import type { OfferedPosition } from "./useOffers";

/** Whom the tag card begins with, and why: one answer, so that the reason given is that of the actor filled in. */
export interface Guess {
  actors: readonly ActorId[];
  /** Those of them that the dossier does not have yet. */
  newActors: readonly NewActor[];
  /** Who share the name that stands in the passage, if several do: it is nobody's until somebody says whose. */
  oneOf: readonly ActorId[];
  /** Undefined where nobody is filled in. */
  because: string | undefined;
}

/** What there is to guess from. */
export interface Clues {
  text: string;
  passage: Stretch;
  mentions: readonly Mention[];
  newNames: readonly NewName[];
  known: readonly ActorRow[];
  /** The suggestion that the card was opened for, which names its actors itself. */
  taken: OfferedPosition | undefined;
}

const NOBODY: Guess = { actors: [], newActors: [], oneOf: [], because: undefined };

export function guessWho({ text, passage, mentions, newNames, known, taken }: Clues): Guess {
  if (taken !== undefined) return either(taken.either ? taken.actors : [], taken.either ? [] : taken.actors, t("reader.suggestion.because"));
  const mention = nearestMention(mentions, passage);
  const isInside = mention !== undefined && mention.start >= passage.start && mention.end <= passage.end;
  // Whoever is named first is likelier to speak than to be spoken of.
  const fresh = newNameIn(text.slice(passage.start, passage.end), newNames, isInside ? mention.start - passage.start : Infinity);
  if (fresh !== undefined) return guessFrom(fresh, known);
  if (mention === undefined) return NOBODY;
  const name = text.slice(mention.start, mention.end);
  const shared = mention.actors.length > 1;
  return either(shared ? mention.actors : [], shared ? [] : mention.actors, t(isInside ? "reader.card.guessed" : "reader.card.guessedNear", { name }));
}

function guessFrom(fresh: NewName, known: readonly ActorRow[]): Guess {
  const whose = whoseInitials(fresh, known);
  if (whose !== undefined) return { ...NOBODY, actors: [whose.id], because: t("reader.card.guessedInitials", { name: fresh.name, actor: whose.name }) };
  const made = newActor(fresh.name, fresh);
  return { ...NOBODY, actors: [made.id], newActors: [made], because: t("reader.card.guessedNew", { name: fresh.name }) };
}

const either = (oneOf: readonly ActorId[], actors: readonly ActorId[], because: string): Guess => ({ ...NOBODY, oneOf, actors, because: actors.length === 0 ? undefined : because });

/** The known actor whose initials a name is. One that is gone meanwhile is nobody, and the name is new. */
export const whoseInitials = ({ of }: NewName, known: readonly ActorRow[]): Actor | undefined => known.find(({ actor }) => actor.id === of)?.actor;
