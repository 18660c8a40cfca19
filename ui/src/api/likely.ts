import { useQueries } from "@tanstack/react-query";
import { call } from "./client";
import type { LikelyIssues } from "./generated";
import { gathered } from "../lib/gathered";

/**
 * What each of some passages is likely to be on. Each is kept by its own words, so that the answer for one stays when others come
 * and go; those that are asked for at the same moment are one question to the core.
 */
export function useLikelyIssues(passages: readonly string[], language: string | null): ReadonlyMap<string, LikelyIssues> {
  const texts = [...new Set(passages)];
  const spoken = language === null ? {} : { language };
  const answers = useQueries({ queries: texts.map((text) => ({ queryKey: ["issue_guess", { texts: [text], ...spoken }], queryFn: () => ask(language ?? "")(text) })) });
  return new Map(texts.flatMap((text, at) => (answers[at]?.data === undefined ? [] : [[text, answers[at].data]])));
}

const asking = new Map<string, (text: string) => Promise<LikelyIssues | undefined>>();

/** Passages in one language are asked about together. */
function ask(language: string): (text: string) => Promise<LikelyIssues | undefined> {
  const known = asking.get(language) ?? gathered((texts: readonly string[]) => call("issue_guess", { texts: [...texts], ...(language === "" ? {} : { language }) }));
  asking.set(language, known);
  return known;
}
