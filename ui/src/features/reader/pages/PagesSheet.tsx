import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { call } from "../../../api/client";
import { ErrorNotice, Notice } from "../../../design/Notice";
import { toast } from "../../../design/toasts";
import { t } from "../../../i18n";
import { useRemembered } from "../../../lib/remember";
import { TextPositions } from "../../../lib/text";
import type { Mark } from "../marks";
import type { SheetProps } from "../sheet";
import { PageSheet } from "./PageSheet";
import { PagesBar } from "./PagesBar";
import styles from "./PagesSheet.module.css";
import { selectedOn, type DrawnPage } from "./pageText";
import { PasswordForm } from "./PasswordForm";
import type { Pdf } from "./pdf";
import { usePageSizes, type PageSize } from "./usePageSizes";
import { usePdf } from "./usePdf";
import { FIT, scaleOf } from "./zoom";

const GAP = 16;

/** Pages that are kept drawn while somebody selects over them; over more, the selection is told to be too long. */
const MOST_SELECTED = 12;

/** A source's pages as they look. What is selected on them is looked for in the source's text. */
export function PagesSheet({ head, sheetRef, ...rest }: SheetProps) {
  const state = usePdf(rest.reading.source);
  // One element throughout: the margin and the card beside it hold on to it.
  return (
    <div ref={sheetRef} className={styles["sheet"]} aria-busy={state.kind === "loading"}>
      {head}
      {state.kind === "open" && <Pages {...rest} pdf={state.pdf} />}
      {state.kind === "loading" && <p className="muted" role="status">{t("reader.pages.opening")}</p>}
      {state.kind === "locked" && <PasswordForm isWrong={state.wrong} onOpen={state.open} />}
      {state.kind === "damaged" && <Notice kind="warning">{t("reader.pages.damaged")}</Notice>}
      {state.kind === "failed" && <ErrorNotice problem={state.error} />}
    </div>
  );
}

function Pages({ reading, marks, after, reveal, scroller, beside, pdf }: Omit<SheetProps, "head" | "sheetRef"> & { pdf: Pdf }) {
  "use no memo"; // The virtualizer answers differently each time it is asked; its answers must not be kept.
  const [zoom, setZoom] = useRemembered("reader.zoom", FIT);
  const [room, setRoom] = useState(0);
  // The page that a selection under way began on. It stays drawn, or the selection would lose its beginning.
  const [held, setHeld] = useState<number | undefined>();
  const stack = useRef<HTMLDivElement>(null);
  const drawn = useRef(new Map<number, DrawnPage>());
  const sizes = usePageSizes(pdf);
  const widest = Math.max(...sizes.map(({ width }) => width));
  const scale = scaleOf(zoom, widest, room - beside);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (sizes[index]?.height ?? 0) * scale,
    gap: GAP,
    overscan: 1,
    rangeExtractor: (range) => (held === undefined ? defaultRangeExtractor(range) : reachingTo(held, range)),
    scrollMargin: stack.current?.offsetTop ?? 0,
    enabled: room > 0,
  });
  const { measure } = virtual;
  useEffect(() => measure(), [measure, scale, sizes]);
  useEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    const observer = new ResizeObserver(() => setRoom(view.clientWidth));
    observer.observe(view);
    return () => observer.disconnect();
  }, [scroller]);

  const starts = reading.pages.map(({ start }) => reading.map.toUnit(start));
  const page = reveal === undefined ? undefined : Math.max(0, starts.findLastIndex((start) => start <= reveal));
  const bringUp = useEffectEvent((index: number) => {
    const shown = virtual.getVirtualItems().some((item) => item.index === index);
    if (!shown) virtual.scrollToIndex(index, { align: "start" });
  });
  const isLaidOut = room > 0;
  useEffect(() => {
    if (page !== undefined && isLaidOut) bringUp(page);
  }, [page, reveal, isLaidOut]);

  const take = async () => {
    const selection = window.getSelection();
    const range = selection === null || selection.isCollapsed || selection.rangeCount === 0 ? undefined : selection.getRangeAt(0);
    if (range === undefined) return;
    const selected = [...drawn.current.values()].sort((a, b) => a.page - b.page).flatMap((on) => {
      const stretch = selectedOn(on, range);
      return stretch === undefined ? [] : [{ on, stretch }];
    });
    const [first] = selected;
    const last = selected.at(-1);
    if (first === undefined || last === undefined) return;
    if (held !== undefined && (held + 1 < first.on.page || held + 1 > last.on.page)) {
      toast({ text: t("reader.pages.tooFar", { count: MOST_SELECTED }) });
      return;
    }
    const asked = selected.map(({ on, stretch }) => {
      const map = new TextPositions(on.text);
      return { page: on.page, text: on.text, start: map.toScalar(stretch.start), end: map.toScalar(stretch.end) };
    });
    const place = await call("page_passage", { source: reading.source.id, selected: asked });
    // The selection is drawn as a mark from here on, the same for pointer and keyboard.
    window.getSelection()?.removeAllRanges();
    if (place !== null) reading.select({ start: reading.map.toUnit(place.start), end: reading.map.toUnit(place.end) });
    else reading.selectUnplaced({ page: first.on.page, ...first.stretch, quote: selected.map(({ on, stretch }) => on.text.slice(stretch.start, stretch.end)).join(" ") });
  };
  // The pointer may be let go outside the pages.
  useEffect(() => {
    if (held === undefined) return;
    const end = () => setHeld(undefined);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
    return () => {
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
  }, [held]);
  const begin = (event: React.PointerEvent) => {
    const page = event.target instanceof Element ? event.target.closest("[data-page]") : null;
    setHeld(page instanceof HTMLElement ? Number(page.dataset["page"]) - 1 : undefined);
  };
  const press = (event: React.PointerEvent) => {
    if (window.getSelection()?.isCollapsed === false) {
      void take();
      return;
    }
    const mark = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element instanceof HTMLElement && element.dataset["excerpt"] !== undefined);
    const excerpt = (mark as HTMLElement | undefined)?.dataset["excerpt"];
    if (excerpt === undefined) reading.select(undefined);
    else reading.choose(excerpt);
  };

  const items = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  const top = (scroller.current?.scrollTop ?? 0) + (scroller.current?.clientHeight ?? 0) / 3;
  const at = items.find((item) => item.end > top)?.index ?? items.at(-1)?.index ?? 0;
  return (
    <div style={{ width: Math.max(widest * scale, 320) }}>
      <PagesBar
        at={at + 1}
        total={pdf.numPages}
        label={reading.pages[at]?.label}
        scale={scale}
        onGo={(number) => virtual.scrollToIndex(number - 1, { align: "start" })}
        onZoom={setZoom}
      />
      {/* The keyboard selects by sentence, with J and K, from anywhere in the reader. */}
      <div ref={stack} className={styles["stack"]} style={{ height: virtual.getTotalSize() }} onPointerDown={begin} onPointerUp={press} lang={reading.source.language ?? undefined}>
        {items.map(({ index, start }) => {
          const stretch = { from: starts[index] ?? 0, to: starts[index + 1] ?? reading.text.length };
          return (
            <div key={index} className={styles["place"]} style={{ transform: `translateY(${String(start - margin)}px)` }}>
              <OnePage index={index} {...stretch} reading={reading} marks={marks} pdf={pdf} size={sizes[index]} scale={scale} drawn={drawn} />
            </div>
          );
        })}
      </div>
      {items.map(({ index }) => <div key={index}>{after({ start: starts[index] ?? 0, end: starts[index + 1] ?? reading.text.length })}</div>)}
    </div>
  );
}

/** A page with what is marked on it, which is looked for when there is something else to mark and not with every scroll. */
function OnePage({ index, from, to, reading, marks, pdf, size, scale, drawn }: Pick<SheetProps, "reading" | "marks"> & {
  index: number;
  from: number;
  to: number;
  pdf: Pdf;
  size: PageSize | undefined;
  scale: number;
  drawn: RefObject<Map<number, DrawnPage>>;
}) {
  const within = (all: readonly Mark[]) => all.filter((mark) => mark.start < to && mark.end > from);
  return (
    <PageSheet
      pdf={pdf}
      number={index + 1}
      total={pdf.numPages}
      scale={scale}
      size={size}
      source={reading.source.id}
      map={reading.map}
      stretch={{ start: from, end: to }}
      marks={within(marks)}
      mentions={within(reading.mentionMarks)}
      unplaced={reading.open?.kind === "unplaced" && reading.open.page === index + 1 ? reading.open : undefined}
      onDrawn={(page) => {
        drawn.current.set(page.page, page);
        return () => drawn.current.delete(page.page);
      }}
    />
  );
}

/** The pages to draw, with those between them and the one that a selection began on. */
function reachingTo(held: number, range: Range): number[] {
  const shown = defaultRangeExtractor(range);
  const first = shown[0] ?? held;
  const last = shown.at(-1) ?? held;
  const from = Math.max(Math.min(held, first), last - MOST_SELECTED);
  const to = Math.min(Math.max(held, last), first + MOST_SELECTED);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
