import type { CitationTarget, ExcerptId, SourceId } from "../../api/generated";
import { t } from "../../i18n";
import { attributionOf, positionWords } from "./evidenceWords";
import type { NoteWork } from "./noteContext";

type Known = Pick<NoteWork, "names" | "excerpts" | "positions" | "sources" | "isLooking">;

/** What is printed as 1, 2, 3 and as S1, S2: the composer's own order. */
export interface PrintedNumbers {
  evidence: readonly ExcerptId[];
  sources: readonly SourceId[];
}

/** What a citation chip shows: its numbers as printed, and in full when pointed at. */
export function citationWords(targets: readonly CitationTarget[], printed: PrintedNumbers, known: Known): { text: string; title: string } {
  const numbers = targets.flatMap((target) => numbersOf(target, printed, known));
  const gone = targets.some((target) => isGone(target, known)) ? [t("notes.linked.gone")] : [];
  return { text: [...new Set(numbers), ...gone].join(", ") || UNKNOWN, title: targets.map((target) => targetWords(target, known)).join("\n") };
}

/** Whether what is cited is no longer in the dossier. */
function isGone({ to, id }: CitationTarget, { excerpts, positions, isLooking }: Known): boolean {
  return !isLooking && ((to === "excerpt" && !excerpts.has(id)) || (to === "position" && !positions.has(id)));
}

/** Shown until the pages have been drawn with it. */
const UNKNOWN = "…";

function numbersOf(target: CitationTarget, { evidence, sources }: PrintedNumbers, known: Known): string[] {
  const number = (index: number, letter = "") => (index < 0 ? [] : [letter + String(index + 1)]);
  switch (target.to) {
    case "excerpt": return number(evidence.indexOf(target.id));
    case "source": return number(sources.indexOf(target.id), "S");
    case "position": return known.positions.get(target.id)?.evidence.flatMap((one) => number(evidence.indexOf(one.excerpt))) ?? [];
  }
}

export function targetWords(target: CitationTarget, known: Known): string {
  switch (target.to) {
    case "excerpt": {
      const row = known.excerpts.get(target.id);
      return row === undefined ? (known.isLooking ? "" : t("notes.linked.goneExcerpt")) : `“${row.excerpt.quote}” ${attributionOf(row, known)}`;
    }
    case "position": {
      const position = known.positions.get(target.id);
      return position === undefined ? (known.isLooking ? "" : t("notes.linked.gonePosition")) : positionWords(position, known);
    }
    case "source":
      return known.sources.get(target.id)?.source.title ?? "";
  }
}
