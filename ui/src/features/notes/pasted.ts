import type { Body, Inline } from "../../api/generated";
import { toDoc } from "./schema";

// What is pasted becomes lines first, whatever it was, and lines become blocks; plain text is read in pastedText.ts.

/** A line of what was copied: a paragraph, a point of a list, a heading. */
export interface Line {
  as: "paragraph" | "item" | "heading" | "subheading" | "quote";
  text: Inline[];
}

/** The blocks these lines make; paragraphs have the level of where they are put. */
export function bodiesOf(lines: readonly Line[], level: number): Body[] {
  const bodies: Body[] = [];
  for (const { as, text } of lines) {
    const last = bodies.at(-1);
    if (as === "item" && last?.kind === "bullets") last.items.push(text);
    else if (as === "item") bodies.push({ kind: "bullets", items: [text] });
    else if (as === "paragraph" || as === "quote") bodies.push({ kind: "paragraph", level: as === "quote" ? 0 : level, lead: [], text });
    else bodies.push({ kind: "heading", level: as === "heading" ? 1 : 2, text });
  }
  return bodies;
}

/**
 * What a text says once lines were put between two parts of it, and the blocks behind it: the first line goes on where the
 * caret was if it can, and what stood behind the caret goes on behind the last. `edge` is where the caret comes to stand,
 * before what stood behind it.
 */
export function pastedBetween(lines: readonly Line[], before: readonly Inline[], after: readonly Inline[], level: number): { text: Inline[]; bodies: Body[]; edge: number } {
  const [first, ...rest] = lines;
  const joins = first?.as === "paragraph";
  const bodies = bodiesOf(joins ? rest : lines, level);
  const last = bodies.at(-1);
  if (after.length > 0 && last?.kind === "paragraph") bodies[bodies.length - 1] = { ...last, text: [...last.text, ...after] };
  else if (after.length > 0) bodies.push({ kind: "paragraph", level, lead: [], text: [...after] });
  return { text: joins ? [...before, ...first.text] : [...before], bodies, edge: toDoc(after).content.size };
}
