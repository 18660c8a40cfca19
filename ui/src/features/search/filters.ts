import { STANCES } from "../../design/stance/stances";
import { readDate, type Near } from "../../lib/dates";

/** The kinds of things that can be looked for by themselves. */
export const SCOPES = ["all", "source", "excerpt", "actor", "issue", "position", "note"] as const;
export type Scope = (typeof SCOPES)[number];

/** What was typed with its days as the search reads them, and what looks like a filter and says nothing that could be one. */
export interface Filtered {
  asked: string;
  unread: string[];
}

const FILTER = /(?<=^|\s)(before|after|stance|in):("[^"]*"?|“[^”]*”?|\S+)/g;

/** Days of `before:` and `after:` may be typed as in every other field. */
export function readFilters(query: string, near: Near, language?: string): Filtered {
  const unread: string[] = [];
  const asked = query.replace(FILTER, (whole: string, name: string, quoted: string) => {
    const value = quoted.replace(/["“”]/g, "").trim();
    if (value === "") return whole;
    if (name === "before" || name === "after") {
      const date = readDate(value, near, language);
      if ("iso" in date) return `${name}:${date.iso}`;
    } else if (name === "in" ? isScope(value) : isStance(value)) return whole;
    unread.push(whole);
    return whole;
  });
  return { asked, unread };
}

const isScope = (value: string): boolean => {
  const word = value.toLowerCase().replace(/s$/, "");
  return SCOPES.some((scope) => scope !== "all" && scope === word);
};

const isStance = (value: string): boolean => {
  const word = value.toLowerCase().replace(/[\s,-]+/g, "_").replace(/_if$/, "_with_conditions");
  return STANCES.some((stance) => stance.startsWith(word));
};
