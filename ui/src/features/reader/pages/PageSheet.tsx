import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { SourceId } from "../../../api/generated";
import { classes } from "../../../design/classes";
import { t } from "../../../i18n";
import type { Stretch, TextPositions } from "../../../lib/text";
import type { Mark } from "../marks";
import styles from "./PagesSheet.module.css";
import { boxesOf, pageTextOf, type DrawnPage } from "./pageText";
import { drawPage, layText, type Pdf } from "./pdf";
import type { PageSize } from "./usePageSizes";
import { usePlaces, type PlacedMark } from "./usePlaces";

/** One page: its picture, the marks of what was kept from it, and its words over them, transparent, to be selected. */
export function PageSheet({ pdf, number, total, scale, size, source, map, stretch, marks, mentions, unplaced, onDrawn }: {
  pdf: Pdf;
  number: number;
  total: number;
  scale: number;
  size: PageSize | undefined;
  source: SourceId;
  map: TextPositions;
  /** What of the source's text stands on it. */
  stretch: Stretch;
  marks: readonly Mark[];
  /** Where actors are named. */
  mentions: readonly Mark[];
  /** A selection, in the page's own words, that has no place in the text. */
  unplaced: Stretch | undefined;
  /** Told when its words can be selected; called back when they no longer can. */
  onDrawn: (page: DrawnPage) => () => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPage | undefined>();
  const tell = useEffectEvent(onDrawn);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (isGone || canvas.current === null || words.current === null) return;
      stop = drawPage(page, scale, canvas.current);
      const layer = words.current;
      const runs = await layText(page, scale, layer);
      setDrawn((before) => (isGone ? before : { page: number, ...pageTextOf(runs), spans: runs.map(({ span }) => span), layer }));
    };
    // A page that cannot be drawn stays blank; its words are in the text.
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [pdf, number, scale]);
  useEffect(() => (drawn === undefined ? undefined : tell(drawn)), [drawn]);
  const placed = usePlaces(drawn, source, map, marks, mentions);
  const own: PlacedMark[] = unplaced === undefined ? [] : [{ ...unplaced, look: "selected", on: unplaced }];
  return (
    <section
      className={styles["page"]}
      aria-label={t("reader.pages.at", { at: number, total })}
      data-page={number}
      data-page-from={stretch.start}
      data-drawn={drawn === undefined ? undefined : ""}
      style={{ width: (size?.width ?? 0) * scale, height: (size?.height ?? 0) * scale, ["--total-scale-factor" as string]: scale }}
    >
      <canvas ref={canvas} className={styles["picture"]} aria-hidden="true" />
      {drawn !== undefined && <Marks drawn={drawn} marks={[...placed, ...own]} from={stretch.start} />}
      <div ref={words} className={styles["words"]} />
    </section>
  );
}

/** What is marked on the page, beneath its words. The margin's cards are the way in by keyboard and aloud. */
function Marks({ drawn, marks, from }: { drawn: DrawnPage; marks: readonly PlacedMark[]; from: number }) {
  return (
    <div aria-hidden="true">
      {marks.map((mark) => {
        const key = `${mark.look}.${mark.id ?? ""}.${String(mark.start)}`;
        const begins = (isFirst: boolean) => ({
          "data-begins": isFirst && mark.start >= from && (mark.look === "kept" || mark.look === "suggested") ? mark.id : undefined,
          "data-selected": isFirst && mark.look === "selected" ? "" : undefined,
          "data-offered": isFirst && mark.look === "offered" ? "" : undefined,
        });
        // On a scan, or where it is not certain which words these are, they are somewhere on their page.
        if (mark.on === undefined) return mark.start >= from && <div key={key} className={styles["somewhere"]} {...begins(true)} />;
        return boxesOf(drawn, mark.on).map((box, line) => (
          <div
            key={`${key}.${String(line)}`}
            className={classes(styles["mark"], styles[mark.look])}
            data-excerpt={mark.look === "kept" ? mark.id : undefined}
            {...begins(line === 0)}
            style={{ left: `${String(box.left)}%`, top: `${String(box.top)}%`, width: `${String(box.width)}%`, height: `${String(box.height)}%` }}
          />
        ));
      })}
    </div>
  );
}
