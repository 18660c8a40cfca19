import { useRef, useState } from "react";
import type { Excerpt, ExcerptFacts, PositionId, SourceId, SourceText } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { toast, toastDone, toastError } from "../../design/toasts";
import { dropDraft, hasDraft, lastDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { TextPositions, type Stretch } from "../../lib/text";
import { factsOf, type Draft } from "./draft";
import { likeliest } from "./likeness";
import { byParagraph, paragraphsOf, type Mark } from "./marks";
import { useOffers, type OfferedPosition } from "./useOffers";

/** What stands open beside the text. */
export type Open = { kind: "tag"; taken?: OfferedPosition } | { kind: "memo" } | { kind: "place"; excerpt: string } | Unplaced | undefined;

/** Words selected on a page whose place in the text is not certain. */
export interface Unplaced extends Stretch {
  kind: "unplaced";
  /** The page's number, from 1; the stretch is of the page's own words. */
  page: number;
  quote: string;
}

/** The name of what is written on a passage's card and not saved: with the source and the place, so that it is found again. */
const aboutTagIn = (source: SourceId, { start, end }: Stretch): string => `tag ${source} ${String(start)} ${String(end)}`;

/** The name of what is written of an excerpt and not saved. */
export const aboutMemo = (excerpt: string): string => `memo ${excerpt}`;

/** The passage on whose card something is written. */
function begunIn(source: SourceId): Stretch | undefined {
  const [start, end] = lastDraft(`tag ${source} `)?.split(" ").slice(2).map(Number) ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Everything about reading one source: its text with its marks, what is selected, and what can be done with that. */
export function useReading({ source, text, structure }: SourceText, shownExcerpt: string | undefined) {
  // Somebody who was on a card when they went elsewhere finds it again.
  const [begun] = useState(() => begunIn(source.id));
  const [selection, setSelection] = useState<Stretch | undefined>(shownExcerpt === undefined ? begun : undefined);
  const [current, setCurrent] = useState(shownExcerpt);
  const [open, setOpen] = useState<Open>(shownExcerpt === undefined && begun !== undefined ? { kind: "tag" } : undefined);
  const excerpts = useRead("excerpt_list", { source: source.id });
  const actors = useRead("actor_list", {});
  const issues = useRead("issue_list", {});
  const positions = useRead("position_list", { source: source.id });
  const keeping = useAct("excerpt_keep");
  const edited = useRef("");
  const editing = useAct("excerpt_edit", () => dropDraft(edited.current));
  const deleting = useAct("excerpt_delete");
  const placing = useAct("excerpt_place");
  const keepingOnPage = useAct("page_quote_keep");
  const written = useRef("");
  const recording = useAct("position_record", () => dropDraft(written.current));
  const evidencing = useAct("position_add_evidence", () => dropDraft(written.current));

  const map = new TextPositions(text);
  const paragraphs = paragraphsOf(map, structure.spans);
  const rows = excerpts.data ?? [];
  // A version that was superseded still has the words that the newer one lacks.
  const stands = (excerpt: Excerpt) => excerpt.source === source.id && (!excerpt.orphan || map.slice(excerpt.start, excerpt.end) === excerpt.quote);
  const orphans = rows.map(({ excerpt }) => excerpt).filter((excerpt) => !stands(excerpt));
  const placed = rows.filter(({ excerpt }) => stands(excerpt)).map(({ excerpt }) => ({
    id: excerpt.id,
    start: map.toUnit(excerpt.start),
    end: map.toUnit(excerpt.end),
  }));
  const offers = useOffers(source.id, map);
  const nameOf = (id: string) => actors.data?.find(({ actor }) => actor.id === id)?.actor.name ?? "";
  const mentionMarks = offers.mentions.map(({ start, end, actors: who }): Mark => ({
    start,
    end,
    look: who.length > 1 ? "ambiguous" : "mention",
    title: who.length > 1 ? t("reader.eitherOf", { names: who.map(nameOf).join(t("reader.or")) }) : who.map(nameOf).join(),
  }));
  const mentionsIn = byParagraph(paragraphs, mentionMarks);
  const marks: Mark[] = [
    ...offers.suggestions.map(({ id, start, end }): Mark => ({ id, start, end, look: "suggested" })),
    ...(offers.offered === undefined ? [] : [{ start: offers.offered.start, end: offers.offered.end, look: "offered" as const }]),
    ...placed.map((excerpt): Mark => ({ ...excerpt, look: "kept" })),
    ...placed.filter(({ id }) => id === current).map((excerpt): Mark => ({ ...excerpt, look: "current" })),
  ];

  /** The passage that an act is about: the selection, or else the excerpt that was chosen. */
  const passage = selection ?? placed.find(({ id }) => id === current);
  const aboutTag = (stretch: Stretch) => aboutTagIn(source.id, stretch);
  const keptAs = (stretch: Stretch) => placed.find((excerpt) => excerpt.start === stretch.start && excerpt.end === stretch.end)?.id;
  const wire = (stretch: Stretch) => ({ source: source.id, start: map.toScalar(stretch.start), end: map.toScalar(stretch.end) });
  const pageAt = (stretch: Stretch) => structure.pages.findLast((page) => page.start <= map.toScalar(stretch.start))?.label;

  const select = (stretch: Stretch | undefined) => {
    // What is pressed, selected or found beside it does not take a card away on which something is written.
    if (open?.kind === "tag" && passage !== undefined && hasDraft(aboutTag(passage))) return;
    setSelection(stretch);
    setCurrent(stretch === undefined ? undefined : keptAs(stretch));
    if (stretch === undefined || open?.kind === "unplaced" || open?.kind === "tag") setOpen(undefined);
  };
  const selectUnplaced = (on: Omit<Unplaced, "kind">) => {
    setSelection(undefined);
    setCurrent(undefined);
    setOpen({ kind: "unplaced", ...on });
  };
  const choose = (excerpt: string) => {
    setSelection(undefined);
    setOpen(undefined);
    setCurrent(excerpt);
  };
  const take = (suggestion: OfferedPosition) => {
    setSelection({ start: suggestion.start, end: suggestion.end });
    setCurrent(keptAs(suggestion));
    offers.setOffered(suggestion.id);
    setOpen({ kind: "tag", taken: suggestion });
  };
  const keep = (then?: (excerpt: string) => void) => {
    if (passage === undefined) return;
    const kept = keptAs(passage);
    if (kept !== undefined) {
      setCurrent(kept);
      then?.(kept);
      return;
    }
    const id = newId();
    keeping.mutate({ id, ...wire(passage) }, {
      onSuccess: () => {
        setSelection(undefined);
        setCurrent(id);
        toastDone(t("reader.kept"));
        then?.(id);
      },
      onError: toastError,
    });
  };
  /** Keeps words of a page that have no place in the text for certain. */
  const keepOnPage = () => {
    if (open?.kind !== "unplaced") return;
    const { page, quote } = open;
    keepingOnPage.mutate({ id: newId(), source: source.id, page, quote }, {
      onSuccess: () => {
        setOpen(undefined);
        toastDone(t("reader.pages.keptOnPage", { page }));
      },
      onError: toastError,
    });
  };
  const edit = (excerpt: string, facts: ExcerptFacts) => {
    edited.current = aboutMemo(excerpt);
    editing.mutate({ id: excerpt, facts }, {
      onSuccess: () => {
        setOpen(undefined);
        toastDone(t("reader.margin.saved"));
      },
    });
  };
  const remove = (excerpt: string) => {
    const tagged = (rows.find((each) => each.excerpt.id === excerpt)?.positions.length ?? 0) > 0;
    deleting.mutate({ id: excerpt }, {
      onSuccess: () => toastDone(t(tagged ? "reader.margin.deletedWithPositions" : "reader.margin.deleted")),
      onError: toastError,
    });
  };
  /** Begins to place an orphan, the next one if none is named: the likeliest words are selected, for the reader to set right. */
  const beginPlacing = (id?: string) => {
    const orphan = id === undefined ? orphans[0] : orphans.find((excerpt) => excerpt.id === id);
    if (orphan === undefined) {
      toast({ text: t("reader.place.none") });
      return;
    }
    setSelection(likeliest(text, paragraphs, source.language ?? undefined, orphan.quote));
    setCurrent(orphan.id);
    setOpen({ kind: "place", excerpt: orphan.id });
    toast({ text: t("reader.place.find") });
  };
  const place = () => {
    if (open?.kind !== "place" || selection === undefined) return;
    const { excerpt } = open;
    placing.mutate({ id: excerpt, ...wire(selection) }, {
      onSuccess: () => {
        setOpen(undefined);
        setSelection(undefined);
        setCurrent(excerpt);
        toastDone(t("reader.place.done"));
      },
      onError: toastError,
    });
  };
  const tag = (stretch: Stretch, taken: OfferedPosition | undefined) => {
    setSelection(stretch);
    setCurrent(keptAs(stretch));
    setOpen({ kind: "tag", ...(taken === undefined ? {} : { taken }) });
  };
  /** A passage as evidence names it, and what keeps it first if it is not kept. */
  const asExcerpt = (stretch: Stretch) => {
    const kept = keptAs(stretch);
    const excerpt = kept ?? newId();
    return { excerpt, ...(kept === undefined ? { new_excerpt: { id: excerpt, ...wire(stretch) } } : {}) };
  };
  const tagged = (excerpt: string, done: string) => {
    setOpen(undefined);
    setSelection(undefined);
    setCurrent(excerpt);
    toastDone(done);
  };
  const record = (draft: Draft) => {
    if (passage === undefined) return;
    const { excerpt, ...made } = asExcerpt(passage);
    const facts = factsOf(draft, excerpt);
    if (facts === undefined) return;
    written.current = aboutTag(passage);
    const named = [...draft.actors, draft.speaker];
    recording.mutate(
      {
        id: newId(),
        new_actors: draft.newActors.filter(({ id }) => named.includes(id)),
        ...(draft.newIssue?.id === draft.issue && draft.newIssue !== undefined ? { new_issue: draft.newIssue } : {}),
        ...made,
        facts,
      },
      { onSuccess: () => tagged(excerpt, t("reader.card.recorded")) },
    );
  };
  /** The passage is one more that shows a position which was recorded already. */
  const addEvidence = (id: PositionId) => {
    if (passage === undefined) return;
    const { excerpt, ...made } = asExcerpt(passage);
    written.current = aboutTag(passage);
    evidencing.mutate({ id, ...made, evidence: { excerpt, relation: "supports" } }, { onSuccess: () => tagged(excerpt, t("reader.card.evidenceAdded")) });
  };

  return {
    source, text, map, pages: structure.pages, pictured: structure.pictured ?? [], paragraphs, marks, mentionMarks, mentionsIn, mentions: offers.mentions, offers, take, nameOf, rows, placed, orphans, selection, current, passage, open,
    actors: actors.data ?? [], issues: issues.data ?? [], positions: positions.data ?? [],
    recording, evidencing, editing, setOpen, select, selectUnplaced, choose, keep, keepOnPage, edit, remove, beginPlacing, place, record, addEvidence, aboutTag, tag, keptAs, pageAt,
  };
}

export type Reading = ReturnType<typeof useReading>;
