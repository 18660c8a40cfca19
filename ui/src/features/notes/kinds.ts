import type { Analysis, Body, Inline } from "../../api/generated";
import type { IconName } from "../../design/icons/Icon";
import { monthAgo } from "../../lib/dates";

export type Kind = Body["kind"];

/** What has to be chosen before a block of a kind can be put in. */
export type Need = "excerpt" | "position" | "actor" | "timeline" | "change" | "source" | "picture";

export type KindId = "paragraph" | "subparagraph" | "plain" | "heading" | "subheading" | "bullets" | "quotation" | "position" | "positions_table" | "actor_profile" | "timeline" | "change" | Analysis["asks"] | "bottom_line" | "lines_to_take" | "press_line" | "defensive_lines" | "options_table" | "recommendation" | "picture" | "page_break";

interface KindEntry {
  kind: Kind;
  /** Tells apart entries of the same kind, such as a heading and a subheading. */
  id: KindId;
  icon: IconName;
  needs?: Need;
  make?: () => Body;
}

const none: Inline[] = [];

/** What the positions add up to, of everybody on everything until the writer narrows it. */
export const analysis = (of: Analysis): Body => ({ kind: "analysis", of, actors: [], issues: [], caption: none });

/** Every block that can be put in, in the order of the menu. */
export const KINDS: readonly KindEntry[] = [
  { kind: "paragraph", id: "paragraph", icon: "notes", make: () => ({ kind: "paragraph", level: 1, lead: none, text: none }) },
  { kind: "paragraph", id: "subparagraph", icon: "notes", make: () => ({ kind: "paragraph", level: 2, lead: none, text: none }) },
  { kind: "paragraph", id: "plain", icon: "notes", make: () => ({ kind: "paragraph", level: 0, lead: none, text: none }) },
  { kind: "heading", id: "heading", icon: "index", make: () => ({ kind: "heading", level: 1, text: none }) },
  { kind: "heading", id: "subheading", icon: "index", make: () => ({ kind: "heading", level: 2, text: none }) },
  { kind: "bullets", id: "bullets", icon: "filter", make: () => ({ kind: "bullets", items: [none] }) },
  { kind: "quotation", id: "quotation", icon: "quote", needs: "excerpt" },
  { kind: "position", id: "position", icon: "person", needs: "position" },
  { kind: "positions_table", id: "positions_table", icon: "positions", make: () => ({ kind: "positions_table", actors: [], issues: [], caption: none }) },
  { kind: "actor_profile", id: "actor_profile", icon: "person", needs: "actor" },
  { kind: "timeline", id: "timeline", icon: "history", needs: "timeline" },
  { kind: "change", id: "change", icon: "right", needs: "change" },
  { kind: "analysis", id: "alignment", icon: "positions", make: () => analysis({ asks: "alignment" }) },
  { kind: "analysis", id: "changes", icon: "right", make: () => analysis({ asks: "changes", since: monthAgo() }) },
  { kind: "analysis", id: "contradictions", icon: "warn", make: () => analysis({ asks: "contradictions" }) },
  { kind: "analysis", id: "stale", icon: "history", make: () => analysis({ asks: "stale" }) },
  { kind: "analysis", id: "gaps", icon: "filter", make: () => analysis({ asks: "gaps" }) },
  { kind: "analysis", id: "source", icon: "sources", needs: "source" },
  { kind: "bottom_line", id: "bottom_line", icon: "info", make: () => ({ kind: "bottom_line", statement: none, judgement: none }) },
  { kind: "lines_to_take", id: "lines_to_take", icon: "check", make: () => ({ kind: "lines_to_take", items: [none] }) },
  { kind: "press_line", id: "press_line", icon: "check", make: () => ({ kind: "press_line", items: [none] }) },
  { kind: "defensive_lines", id: "defensive_lines", icon: "warn", make: () => ({ kind: "defensive_lines", pairs: [{ question: none, answer: none }] }) },
  { kind: "options_table", id: "options_table", icon: "positions", make: () => ({ kind: "options_table", options: [{ title: none, advantages: none, drawbacks: none }] }) },
  { kind: "recommendation", id: "recommendation", icon: "check", make: () => ({ kind: "recommendation", text: none }) },
  { kind: "picture", id: "picture", icon: "sources", needs: "picture" },
  { kind: "page_break", id: "page_break", icon: "minus", make: () => ({ kind: "page_break" }) },
];


const isEmpty = (text: readonly Inline[]) => text.length === 0;

/** Whether a block says nothing yet, so that its prompt stands in it and it can go without a word. */
export function saysNothing(body: Body): boolean {
  switch (body.kind) {
    case "bottom_line": return isEmpty(body.statement) && isEmpty(body.judgement);
    case "heading":
    case "recommendation": return isEmpty(body.text);
    case "paragraph": return isEmpty(body.lead) && isEmpty(body.text);
    case "bullets":
    case "lines_to_take":
    case "press_line": return body.items.every(isEmpty);
    case "defensive_lines": return body.pairs.every((pair) => isEmpty(pair.question) && isEmpty(pair.answer));
    case "options_table": return body.options.every((option) => isEmpty(option.title) && isEmpty(option.advantages) && isEmpty(option.drawbacks));
    default: return false;
  }
}
