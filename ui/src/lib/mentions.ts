import type { Stretch } from "./text";

/** A known actor named in a text; several where they share the name. */
export interface Mention extends Stretch {
  actors: readonly string[];
}

/** The mention inside the stretch, or else the nearest before it, or else after it. Mentions are in order. */
export function nearestMention(mentions: readonly Mention[], stretch: Stretch): Mention | undefined {
  const inside = mentions.find((mention) => mention.start >= stretch.start && mention.end <= stretch.end);
  if (inside !== undefined) return inside;
  return mentions.findLast((mention) => mention.end <= stretch.start) ?? mentions.find((mention) => mention.start >= stretch.end);
}
