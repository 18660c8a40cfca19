import { useRef, type ReactNode, type Ref, type RefObject } from "react";
import type { Stretch } from "../../lib/text";
import { byParagraph, type Mark, type Paragraph } from "./marks";
import { ParagraphText } from "./ParagraphText";
import styles from "./ReaderDocument.module.css";
import { selectedStretch } from "./selection";
import { useWindowed } from "./useWindowed";

const NO_MARKS: readonly Mark[] = [];

/** The text of a source as a document. Selecting by pointer tells which stretch of the text was meant. */
export function ReaderDocument({ head, text, language, paragraphs, marks, mentions, onSelect, onExcerpt, after, reveal, scroller, sheetRef }: {
  head: ReactNode;
  text: string;
  language: string | undefined;
  paragraphs: readonly Paragraph[];
  marks: readonly Mark[];
  /** Mentions by the number of their paragraph. */
  mentions: ReadonlyMap<number, readonly Mark[]>;
  onSelect: (stretch: Stretch | undefined) => void;
  onExcerpt: (id: string) => void;
  /** What stands beneath a paragraph where there is no room for a margin. */
  after: (paragraph: Paragraph) => ReactNode;
  /** A position to bring into view when it changes. */
  reveal: number | undefined;
  scroller: RefObject<HTMLElement | null>;
  sheetRef: Ref<HTMLDivElement>;
}) {
  const body = useRef<HTMLDivElement>(null);
  const { shown, above, below, measure } = useWindowed(paragraphs, scroller, body, reveal);
  const grouped = byParagraph(paragraphs, marks);
  const takeSelection = () => {
    if (body.current === null) return;
    const stretch = selectedStretch(body.current, text);
    if (stretch !== undefined) {
      onSelect(stretch);
      // The selection is drawn as a mark from here on, the same for pointer and keyboard.
      window.getSelection()?.removeAllRanges();
    } else if (window.getSelection()?.isCollapsed === true) {
      onSelect(undefined);
    }
  };
  return (
    <div className={styles["text"]} ref={sheetRef}>
      {head}
      {/* The keyboard selects by sentence, with J and K, from anywhere in the reader. */}
      <div ref={body} onPointerUp={takeSelection} lang={language}>
        <div style={{ height: above }} />
        {shown.map(({ index, paragraph }) => (
          <div key={paragraph.start} data-index={index} ref={measure} className={styles["block"]}>
            <ParagraphText paragraph={paragraph} marks={grouped.get(index) ?? NO_MARKS} mentions={mentions.get(index) ?? NO_MARKS} onExcerpt={onExcerpt} />
            {after(paragraph)}
          </div>
        ))}
        <div style={{ height: below }} />
      </div>
    </div>
  );
}
