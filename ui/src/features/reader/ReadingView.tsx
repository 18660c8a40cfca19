import { useEffect, useRef, type ComponentType } from "react";
import { classes } from "../../design/classes";
import type { Excerpt } from "../../api/generated";
import { useLikelyIssues } from "../../api/likely";
import { reopen } from "../../design/useDraft";
import { t } from "../../i18n";
import { focusOnceGone } from "../../lib/focus";
import { goTo } from "../../lib/place";
import { countWords, type Stretch } from "../../lib/text";
import { ExcerptDialog } from "./ExcerptDialog";
import { Margin } from "./Margin";
import { MarginCard } from "./MarginCard";
import { marginPosition } from "./marginText";
import type { Mark } from "./marks";
import { PlaceBar } from "./PlaceBar";
import styles from "./ReadingView.module.css";
import { SelectionBar } from "./SelectionBar";
import { ScanNotice } from "./ScanNotice";
import type { SheetProps } from "./sheet";
import { SourceHead } from "./SourceHead";
import { SuggestionCard } from "./SuggestionCard";
import { Tagging } from "./Tagging";
import { Tether } from "./Tether";
import { UnplacedBar } from "./UnplacedBar";
import { aboutMemo, type Reading } from "./useReading";
import { AIR, MARGIN, useCrowded, useRoom } from "./useRoom";
import { useReadingKeys } from "./useReadingKeys";

/** A source's words as one reads them, with what was kept from them in the margin and the tag card beside the passage. */
export function ReadingView({ reading, found, shownExcerpt, Sheet, floats = false, onAddDate }: {
  reading: Reading;
  found: readonly Mark[];
  shownExcerpt: string | undefined;
  /** The words, as text or as pages. */
  Sheet: ComponentType<SheetProps>;
  /** Without a margin in sight the card lies over the foot of the view: what it is about may be far from anything it could stand beneath. */
  floats?: boolean;
  /** Where the source's date can be said. */
  onAddDate: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const hasMargin = useRoom(scroller);
  const isCrowded = useCrowded(scroller, sheet, hasMargin && floats);
  const isBeside = hasMargin && !isCrowded;
  const { selection, passage, open, current, rows, nameOf } = reading;
  const { suggestions, offered } = reading.offers;
  useReadingKeys(reading, scroller, open?.kind !== "memo");

  useEffect(() => {
    if (shownExcerpt === undefined) return;
    sheet.current?.querySelector(`[data-begins~="${CSS.escape(shownExcerpt)}"]`)?.scrollIntoView({ block: "center" });
  }, [shownExcerpt]);
  const isTagging = open?.kind === "tag";
  useEffect(() => {
    // Without a margin in sight the card stands beneath the passage: bring the passage up, so that both are in sight.
    if (!isTagging || isBeside) return;
    sheet.current?.querySelector("[data-selected]")?.scrollIntoView({ block: "start" });
    // Of a long one only the end.
    sheet.current?.querySelector("form")?.scrollIntoView({ block: "nearest" });
  }, [isTagging, isBeside]);
  useEffect(() => {
    if (selection !== undefined) sheet.current?.querySelector("[data-selected]")?.scrollIntoView({ block: "nearest" });
  }, [selection]);
  const offeredId = offered?.id;
  useEffect(() => {
    if (offeredId !== undefined) sheet.current?.querySelector("[data-offered]")?.scrollIntoView({ block: "nearest" });
  }, [offeredId]);
  // The place that the card, the chosen excerpt or the bar left goes back to the reader, so that its keys go on working.
  useEffect(() => {
    if (open === undefined && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, [open, selection]);

  const shown = reading.placed.find(({ id }) => id === shownExcerpt);
  const anchored = passage === undefined || (!isTagging && selection === undefined) ? [] : [{ ...passage, look: "selected" as const }];
  const tag = (excerpt: string) => {
    reading.choose(excerpt);
    reading.setOpen({ kind: "tag" });
  };
  /** One goes on with the next card, or the one before, where there is one. */
  const remove = (id: string) => {
    const at = kept.findIndex((each) => each.id === id);
    const neighbour = kept[at + 1] ?? kept[at - 1];
    const cardOf = (of: string) => scroller.current?.querySelector(`[data-for="${CSS.escape(of)}"]`) ?? null;
    focusOnceGone(cardOf(id), () => {
      const more = neighbour === undefined ? undefined : cardOf(neighbour.id)?.querySelector<HTMLElement>("[aria-haspopup]");
      return more?.checkVisibility() === true ? more : scroller.current;
    });
    reading.remove(id);
  };
  const isOrphan = (id: string) => reading.orphans.some((orphan) => orphan.id === id);
  const kept = rows.toSorted((a, b) => Number(isOrphan(b.excerpt.id)) - Number(isOrphan(a.excerpt.id))).map(({ excerpt, positions }, index) => ({
    id: excerpt.id,
    isOrphan: isOrphan(excerpt.id),
    at: isOrphan(excerpt.id) ? -1 : (reading.placed.find(({ id }) => id === excerpt.id)?.start ?? 0),
    card: (
      <MarginCard
        number={index + 1}
        positions={reading.positions.filter(({ id }) => positions.includes(id)).map((each) => marginPosition(each, reading.actors, reading.issues))}
        memo={excerpt.memo ?? undefined}
        translation={excerpt.translation ?? undefined}
        grade={excerpt.credibility === null ? undefined : `${reading.source.reliability ?? "F"}${String(excerpt.credibility)}`}
        verification={excerpt.verification}
        isRecognised={excerpt.page !== null && reading.source.recognised?.includes(excerpt.page) === true}
        orphan={isOrphan(excerpt.id) ? lost(excerpt) : undefined}
        isCurrent={excerpt.id === current && open?.kind !== "tag"}
        onTag={() => tag(excerpt.id)}
        onMemo={() => {
          reading.choose(excerpt.id);
          reading.setOpen({ kind: "memo" });
        }}
        onPlace={() => reading.beginPlacing(excerpt.id)}
        onDelete={() => remove(excerpt.id)}
        onOpenPosition={(position) => goTo({ name: "positions", position })}
      />
    ),
  }));
  const wordsOf = ({ start, end }: Stretch) => reading.text.slice(start, end);
  const likely = useLikelyIssues(suggestions.map(wordsOf), reading.source.language);
  const issueOf = (suggestion: Stretch) => reading.issues.find(({ issue }) => issue.id === likely.get(wordsOf(suggestion))?.told)?.issue.title;
  const actorsOf = (ids: readonly string[]) => {
    const names = ids.map(nameOf).join(", ");
    return ids.length > 1 ? t("reader.margin.joint", { actors: names }) : names;
  };
  const suggested = suggestions.map((suggestion) => ({
    id: suggestion.id,
    isOrphan: false,
    at: suggestion.start,
    card: (
      <SuggestionCard
        suggestion={suggestion}
        actors={suggestion.either ? suggestion.actors.map(nameOf).join(t("reader.or")) : actorsOf(suggestion.actors)}
        issue={issueOf(suggestion)}
        speaker={suggestion.speaker === null ? undefined : nameOf(suggestion.speaker)}
        isOffered={suggestion.id === offeredId && !isTagging}
        onTake={() => reading.take(suggestion)}
        onDismiss={() => reading.offers.dismiss(suggestion)}
      />
    ),
  }));
  const items = [...kept, ...suggested].toSorted((a, b) => a.at - b.at);
  const beside = open?.kind === "unplaced" ? (
    <UnplacedBar page={open.page} onKeep={reading.keepOnPage} onClose={() => reading.setOpen(undefined)} />
  ) : passage === undefined ? null : open?.kind === "tag" ? (
    <Tagging key={`${String(passage.start)}.${String(passage.end)}`} reading={reading} passage={passage} taken={open.taken} />
  ) : open?.kind === "place" && selection !== undefined ? (
    <PlaceBar onPlace={reading.place} onClose={() => reading.select(undefined)} />
  ) : selection !== undefined ? (
    <SelectionBar
      words={countWords(reading.text.slice(selection.start, selection.end), reading.source.language ?? undefined)}
      onKeep={() => reading.keep()}
      onTag={() => reading.setOpen({ kind: "tag" })}
      onMemo={() => reading.keep(() => reading.setOpen({ kind: "memo" }))}
    />
  ) : null;
  const after = (paragraph: Stretch) => {
    if (hasMargin) return null;
    const here = items.filter(({ at }) => at >= paragraph.start && at < paragraph.end);
    const isAnchor = !floats && passage !== undefined && passage.end > paragraph.start && passage.end <= paragraph.end;
    return here.length === 0 && !(isAnchor && beside !== null) ? null : (
      <div className={styles["below"]}>
        {isAnchor && beside}
        {here.map(({ id, card }) => <div key={id} data-for={id}>{card}</div>)}
      </div>
    );
  };
  const memoOf = open?.kind === "memo" ? rows.find(({ excerpt }) => excerpt.id === current)?.excerpt : undefined;

  return (
    // The text scrolls by keyboard too, so it takes the focus.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <div ref={scroller} className={styles["scroller"]} role="region" aria-label={reading.source.title} tabIndex={0} data-home="">
      <div className={floats ? styles["whole"] : undefined}>
        <div className={classes(hasMargin ? styles["wide"] : styles["narrow"], floats && styles["pages"])}>
          <Sheet
            reading={reading}
            head={
              <>
                <SourceHead source={reading.source} onAddDate={onAddDate}>
                  <ScanNotice source={reading.source} pictured={reading.pictured} total={reading.pages.length} />
                </SourceHead>
                {!hasMargin && items.filter((item) => item.isOrphan).map(({ id, card }) => <div key={id} data-for={id} className={styles["below"]}>{card}</div>)}
              </>
            }
            marks={[...reading.marks, ...found, ...anchored]}
            reveal={selection?.start ?? offered?.start ?? shown?.start}
            scroller={scroller}
            after={after}
            sheetRef={sheet}
            beside={hasMargin ? MARGIN : AIR}
          />
          {hasMargin && (
            <div className={styles["margin"]}>
              <Margin label={t("reader.margin.label")} items={items} sheet={sheet} />
              {isBeside && beside !== null && <Tether scroller={scroller} sheet={sheet} anchor={passage?.start ?? 0}>{beside}</Tether>}
            </div>
          )}
        </div>
        {floats && !isBeside && beside !== null && <div className={styles["floating"]}>{beside}</div>}
      </div>
      <p className="sr" role="status">{selection === undefined ? (offered === undefined ? "" : t("reader.suggestion.at", { actors: actorsOf(offered.actors), stance: t(`terms.stance.${offered.stance}`), text: reading.text.slice(offered.start, offered.end) })) : t("reader.selected", { text: reading.text.slice(selection.start, selection.end) })}</p>
      {memoOf !== undefined && (
        <ExcerptDialog
          key={memoOf.id}
          about={aboutMemo(memoOf.id)}
          onBringBack={() => {
            goTo({ name: "sources", source: memoOf.source, excerpt: memoOf.id });
            reopen(aboutMemo(memoOf.id));
          }}
          excerpt={memoOf}
          onSave={(facts) => reading.edit(memoOf.id, facts)}
          onClose={() => reading.setOpen(undefined)}
          problem={reading.editing.error}
        />
      )}
    </div>
  );
}

/** What is said of an excerpt without a place: a newer version lacks its words, or it was kept from a page. */
function lost({ start, end, page, quote }: Excerpt): string {
  return start === end && page !== null ? t("reader.place.onPage", { page, quote }) : t("reader.place.lost", { quote });
}
