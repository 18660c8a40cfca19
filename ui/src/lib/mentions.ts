import type { Stretch } from "./text";

/** A name under which somebody is known, and whose it is. */
export interface Known {
  id: string;
  names: readonly string[];
}

export interface Mention extends Stretch {
  id: string;
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Finds names as whole words, as written, the longest first. Positions are UTF-16. */
export function mentionFinder(known: readonly Known[]): (text: string) => Mention[] {
  const owners = new Map<string, string>();
  for (const { id, names } of known) {
    for (const name of names) if (name.trim().length > 1 && !owners.has(name)) owners.set(name, id);
  }
  if (owners.size === 0) return () => [];
  const names = [...owners.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (text) =>
    Array.from(text.matchAll(pattern), (match) => ({
      id: owners.get(match[0]) ?? "",
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** The mention inside the stretch, or else the nearest before it, or else after it. */
export function nearestMention(mentions: readonly Mention[], stretch: Stretch): Mention | undefined {
  const inside = mentions.find((mention) => mention.start >= stretch.start && mention.end <= stretch.end);
  if (inside !== undefined) return inside;
  return mentions.findLast((mention) => mention.end <= stretch.start) ?? mentions.find((mention) => mention.start >= stretch.end);
}
