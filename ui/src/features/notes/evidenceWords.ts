import type { Excerpt, ExcerptRow, Position, Source } from "../../api/generated";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import type { NoteWork } from "./noteContext";

type Known = Pick<NoteWork, "names" | "sources">;

/** Who says it, when: by the position that rests on the words; by their source when none does. */
export function attributionOf(row: ExcerptRow, known: Known): string {
  const { who, when } = speakerOf(row, known);
  return [who, when].filter((part) => part !== "").join(", ");
}

export function speakerOf({ excerpt, said }: ExcerptRow, { names, sources }: Known): { who: string; when: string } {
  if (said !== null) {
    const who = said.speaker === null ? names.actorList(said.actors) : names.shortActor(said.speaker);
    return { who, when: showDate(said.as_of) };
  }
  const source = sources.get(excerpt.source)?.source;
  return { who: source?.title ?? "", when: source?.published == null ? "" : showDate(source.published) };
}

/** Reliability and credibility, such as B2; nothing when neither was judged. */
export function gradeOf(excerpt: Excerpt, source: Source | undefined): string | undefined {
  const reliability = source?.reliability ?? null;
  if (reliability === null && excerpt.credibility === null) return undefined;
  return `${reliability ?? "–"}${excerpt.credibility === null ? "–" : String(excerpt.credibility)}`;
}

/** A position in a line: who, on what, how. */
export function positionWords(position: Position, { names }: Pick<NoteWork, "names">): string {
  return t("notes.cite.position", { actors: names.actorList(position.actors), issue: names.issue(position.issue), stance: t(`terms.stance.${position.stance}`).toLowerCase() });
}
