import type { Block, Body, CitationTarget, Inline } from "../../api/generated";
import { attributionOf, positionWords } from "./evidenceWords";
import type { NoteWork } from "./noteContext";

type Known = Pick<NoteWork, "names" | "excerpts" | "positions" | "sources" | "blocks">;

/** What a citation chip shows: its numbers in the order of the note, and in full when pointed at. */
export function citationWords(targets: readonly CitationTarget[], known: Known): { text: string; title: string } {
  const numbers = citedInOrder(known.blocks);
  return {
    text: targets.map((target) => String(numbers.indexOf(keyOf(target)) + 1)).join(", "),
    title: targets.map((target) => targetWords(target, known)).join("\n"),
  };
}

export function targetWords(target: CitationTarget, known: Omit<Known, "blocks">): string {
  switch (target.to) {
    case "excerpt": {
      const row = known.excerpts.get(target.id);
      return row === undefined ? "" : `“${row.excerpt.quote}” ${attributionOf(row, known)}`;
    }
    case "position": {
      const position = known.positions.get(target.id);
      return position === undefined ? "" : positionWords(position, known);
    }
    case "source":
      return known.sources.get(target.id)?.source.title ?? "";
  }
}

const keyOf = (target: CitationTarget) => `${target.to}/${target.id}`;

/** What the text cites, each once, in the order of first appearance. */
export function citedInOrder(blocks: readonly Block[]): string[] {
  const bottomLinesFirst = [...blocks.filter(({ body }) => body.kind === "bottom_line"), ...blocks.filter(({ body }) => body.kind !== "bottom_line")];
  const cited = bottomLinesFirst.flatMap(({ body }) => textsOf(body).flatMap((text) => text.flatMap((inline) => (inline.type === "citation" ? inline.targets.map(keyOf) : []))));
  return [...new Set(cited)];
}

/** Every running text of a block, in the order of its page. */
export function textsOf(body: Body): Inline[][] {
  switch (body.kind) {
    case "bottom_line": return [body.statement, body.judgement];
    case "heading":
    case "recommendation": return [body.text];
    case "paragraph": return [body.lead, body.text];
    case "bullets":
    case "lines_to_take":
    case "press_line": return body.items;
    case "positions_table":
    case "picture": return [body.caption];
    case "change": return [body.label];
    case "defensive_lines": return body.pairs.flatMap((pair) => [pair.question, pair.answer]);
    case "options_table": return body.options.flatMap((option) => [option.title, option.advantages, option.drawbacks]);
    default: return [];
  }
}
