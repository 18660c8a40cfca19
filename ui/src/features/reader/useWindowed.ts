import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, type Ref, type RefObject } from "react";
import { paragraphAt, type Paragraph } from "./marks";

/** Up to here the whole text stands in the page, where the system's own search and speech find all of it. */
const WHOLE = 600;
const GUESSED_HEIGHT = 98;

interface Windowed {
  shown: { index: number; paragraph: Paragraph }[];
  /** Heights of what is not drawn. */
  above: number;
  below: number;
  measure: Ref<HTMLDivElement> | undefined;
}

/** The paragraphs to draw: all of them, or of a very long text those in view. */
export function useWindowed(paragraphs: readonly Paragraph[], scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>, reveal: number | undefined): Windowed {
  "use no memo"; // The virtualizer answers differently each time it is asked; its answers must not be kept.
  const isLong = paragraphs.length > WHOLE;
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: isLong ? paragraphs.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: 12,
    scrollMargin: isLong ? (body.current?.offsetTop ?? 0) : 0,
  });
  const index = reveal === undefined ? undefined : paragraphAt(paragraphs, reveal);
  useEffect(() => {
    if (isLong && index !== undefined) virtual.scrollToIndex(index, { align: "auto" });
    // Only a new place to reveal moves the text, not a new measurement.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [index, isLong]);
  if (!isLong) return { shown: paragraphs.map((paragraph, at) => ({ index: at, paragraph })), above: 0, below: 0, measure: undefined };
  const items = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  return {
    shown: items.flatMap((item) => {
      const paragraph = paragraphs[item.index];
      return paragraph === undefined ? [] : [{ index: item.index, paragraph }];
    }),
    above: (items[0]?.start ?? margin) - margin,
    below: virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin),
    measure: virtual.measureElement,
  };
}
