import type { ReactNode, Ref, RefObject } from "react";
import type { Stretch } from "../../lib/text";
import type { Mark } from "./marks";
import type { Reading } from "./useReading";

/** What a view of the source's words is given: as text, or as pages. */
export interface SheetProps {
  reading: Reading;
  head: ReactNode;
  marks: readonly Mark[];
  /** What stands beneath a stretch where there is no room for a margin. */
  after: (stretch: Stretch) => ReactNode;
  /** A position to bring into view when it changes. */
  reveal: number | undefined;
  scroller: RefObject<HTMLElement | null>;
  sheetRef: Ref<HTMLDivElement>;
  /** How much of the view's width stands beside the words. */
  beside: number;
}
