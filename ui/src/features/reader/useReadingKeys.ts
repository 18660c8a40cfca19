import type { RefObject } from "react";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { useShortcuts } from "../../lib/keys";
import type { Stretch } from "../../lib/text";
import { extendSelection, stepSentence } from "./marks";
import type { Reading } from "./useReading";

/** The keys of the reader. `onMemo` is called with the excerpt, which is kept first if need be. */
export function useReadingKeys(reading: Reading, scroller: RefObject<HTMLElement | null>, isActive: boolean): void {
  const { paragraphs } = reading;
  const language = reading.source.language ?? undefined;
  const show = (stretch: Stretch | undefined) => {
    reading.select(stretch);
    if (stretch !== undefined) window.getSelection()?.removeAllRanges();
  };
  const step = (by: 1 | -1) => show(stepSentence(paragraphs, language, reading.selection ?? reading.passage, by, firstInView(scroller.current)));
  const extend = () => (reading.selection === undefined ? step(1) : show(extendSelection(paragraphs, language, reading.selection)));
  /** Comes to the text from wherever the focus was: a button would take Alt Enter for itself. */
  const inText = (act: () => void) => () => {
    if (reading.open === undefined) scroller.current?.focus({ preventScroll: true });
    act();
  };
  /** What can be done with the selection stands in its bar, and what can be done with an excerpt on its card. */
  const toActs = () => scroller.current?.querySelector<HTMLElement>(reading.selection === undefined ? `[data-for="${CSS.escape(reading.current ?? "")}"] button` : "[role=toolbar] button")?.focus();
  const withPassage = (act: () => void) => () => {
    if (reading.open?.kind === "unplaced") toast({ text: t("reader.pages.unplacedFirst") });
    else if (reading.passage === undefined) toast({ text: t("reader.selectFirst") });
    else act();
  };
  useShortcuts(
    t("reader.keys.area"),
    [
      { keys: "J", label: t("reader.keys.next"), run: () => step(1) },
      { keys: "K", label: t("reader.keys.previous"), run: () => step(-1) },
      { keys: "Shift J", label: t("reader.keys.extendLong"), run: extend },
      { keys: "E", label: t("reader.keys.keepLong"), run: reading.open?.kind === "unplaced" ? reading.keepOnPage : withPassage(() => reading.keep()) },
      { keys: "T", label: t("reader.keys.tagLong"), run: withPassage(() => reading.setOpen({ kind: "tag" })) },
      { keys: "G", label: t("reader.suggestion.nextLong"), run: () => reading.offers.next(reading.passage?.start ?? firstInView(scroller.current)) },
      { keys: "M", label: t("reader.keys.memoLong"), run: withPassage(() => reading.keep(() => reading.setOpen({ kind: "memo" }))) },
      // The same where single letters are switched off: what is selected, and the way to the buttons beside it.
      { keys: "Alt ↓", label: t("reader.keys.next"), run: inText(() => step(1)), inFields: false },
      { keys: "Alt ↑", label: t("reader.keys.previous"), run: inText(() => step(-1)), inFields: false },
      { keys: "Alt Shift ↓", label: t("reader.keys.extendLong"), run: inText(extend), inFields: false },
      { keys: "Alt Enter", label: t("reader.keys.acts"), run: withPassage(toActs), inFields: false },
    ],
    isActive,
  );
  useShortcuts(
    t("reader.keys.area"),
    [{ keys: "O", label: t("reader.place.beginLong"), run: () => reading.beginPlacing() }],
    isActive && reading.orphans.length > 0,
  );
  useShortcuts(
    t("reader.keys.area"),
    [{ keys: "P", label: t("reader.place.hereLong"), run: reading.place }],
    isActive && reading.open?.kind === "place" && reading.selection !== undefined,
  );
  const { offered } = reading.offers;
  useShortcuts(
    t("reader.keys.area"),
    [
      { keys: "Y", label: t("reader.suggestion.takeLong"), run: () => offered !== undefined && reading.take(offered) },
      { keys: "N", label: t("reader.suggestion.dismissLong"), run: () => offered !== undefined && reading.offers.dismiss(offered) },
    ],
    isActive && offered !== undefined && reading.open === undefined,
  );
  useShortcuts(
    t("reader.keys.area"),
    [{ keys: "Esc", label: t("reader.keys.drop"), run: () => {
      reading.select(undefined);
      reading.offers.setOffered(undefined);
    } }],
    isActive && (reading.passage !== undefined || reading.open !== undefined || offered !== undefined),
  );
}

/** Where the first paragraph, or page, begins that is in view. */
function firstInView(scroller: HTMLElement | null): number {
  if (scroller === null) return 0;
  const top = scroller.getBoundingClientRect().top;
  for (const paragraph of scroller.querySelectorAll<HTMLElement>("[data-para], [data-page-from]")) {
    if (paragraph.getBoundingClientRect().bottom > top + 8) return Number(paragraph.dataset["para"] ?? paragraph.dataset["pageFrom"]);
  }
  return 0;
}
