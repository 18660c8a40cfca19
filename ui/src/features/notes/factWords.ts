import type { Fact } from "../../api/generated";
import { t, type TextKey } from "../../i18n";
import { showDate, showMoment } from "../../lib/dates";

export const factName = (fact: Fact): string => t(`notes.fact.${fact}`);

// Facts whose words are the dossier's own, not a person's.
const TERMS: Partial<Record<Fact, string>> = {
  stance: "terms.stance",
  manner: "terms.manner",
  confidence: "terms.confidence",
  verification: "terms.verification",
  state: "notes.factState",
  source_state: "notes.factState",
  found: "notes.factFound",
};

/** What is so, as a reader has it: a stance in words, a day in the reader's form. */
export function factWords(fact: Fact, words: string): string {
  const terms = TERMS[fact];
  // The words of these facts are the catalogue's keys.
  if (terms !== undefined) return t(`${terms}.${words}` as TextKey).toLowerCase();
  if (fact === "as_of") return showDate(words);
  if (fact === "cutoff") return showMoment(words);
  return words;
}
