import { expect, test } from "vitest";
import type { ActorRow, NewName, Suggestion } from "../../api/generated";
import type { Mention } from "../../lib/mentions";
import { guessWho } from "./guess";
import type { OfferedPosition } from "./useOffers";

const TEXT = "Vale spoke. The V.L. would not sign with Moor. Nobody left.";
const at = (words: string, ...actors: string[]): Mention => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, actors });
const row = (id: string, name: string): ActorRow => ({ actor: { id, name }, depth: 0, positions: 0 }) as unknown as ActorRow;
const fresh = (name: string, of: string | null): NewName => ({ name, also: [], of, role: null, belongs_to: null, parent: null, kind: "state", count: 1, start: 0, end: 0 });
const suggestion = (either: boolean, ...actors: string[]) => ({ id: "suggestion-1", either, actors }) as unknown as Suggestion as OfferedPosition;

const KNOWN = [row("vale", "Vale"), row("moor", "Moor"), row("other", "Other Moor")];
const SECOND = { ...at("The V.L. would not sign with Moor.") };

interface Case {
  passage?: Mention;
  mentions?: Mention[];
  newNames?: NewName[];
  taken?: OfferedPosition;
}

/** The names filled in, those that are new with a plus; then who share the name; then the reason. */
const drawn = ({ passage = SECOND, mentions = [], newNames = [], taken }: Case) => {
  const guess = guessWho({ text: TEXT, passage, mentions, newNames, known: KNOWN, taken });
  const names = guess.actors.map((id) => {
    const made = guess.newActors.find((one) => one.id === id);
    return made === undefined ? id : `+${made.facts.name}`;
  });
  return [names.join(), guess.oneOf.join(), guess.because ?? ""];
};

test.each<[string, Case, string[]]>([
  ["nothing to go by", {}, ["", "", ""]],
  ["a mention inside", { mentions: [at("Vale", "vale"), at("Moor", "moor")] }, ["moor", "", "guessed from “Moor” in the passage"]],
  ["a mention nearby", { mentions: [at("Vale", "vale")] }, ["vale", "", "guessed from “Vale” nearby"]],
  ["a shared name is nobody's", { mentions: [at("Moor", "moor", "other")] }, ["", "moor,other", ""]],
  ["a new name before the mention", { mentions: [at("Moor", "moor")], newNames: [fresh("V.L.", null)] }, ["+V.L.", "", "new: “V.L.” in the passage"]],
  ["initials of somebody known", { newNames: [fresh("V.L.", "vale")] }, ["vale", "", "“V.L.” may stand for Vale"]],
  ["initials of somebody gone", { newNames: [fresh("V.L.", "gone")] }, ["+V.L.", "", "new: “V.L.” in the passage"]],
  ["a suggestion", { taken: suggestion(false, "vale", "moor"), newNames: [fresh("V.L.", null)] }, ["vale,moor", "", "from the suggestion"]],
  ["a suggestion of one of several", { taken: suggestion(true, "moor", "other") }, ["", "moor,other", ""]],
])("%s", (_, given, expected) => expect(drawn(given)).toEqual(expected));
