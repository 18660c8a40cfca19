import { useRef } from "react";
import { byParagraph, type Mark } from "./marks";
import { ParagraphText } from "./ParagraphText";
import { selectedStretch } from "./selection";
import type { SheetProps } from "./sheet";
import styles from "./TextSheet.module.css";
import { useWindowed } from "./useWindowed";

const NO_MARKS: readonly Mark[] = [];

/** The text of a source as a document. Selecting by pointer tells which stretch of the text was meant. */
export function TextSheet({ reading, head, marks, after, reveal, scroller, sheetRef }: SheetProps) {
  const { text, paragraphs } = reading;
  const body = useRef<HTMLDivElement>(null);
  const { shown, above, below, measure } = useWindowed(paragraphs, scroller, body, reveal);
  const grouped = byParagraph(paragraphs, marks);
  const takeSelection = () => {
    if (body.current === null) return;
    const stretch = selectedStretch(body.current, text);
    if (stretch !== undefined) {
      // The selection is drawn as a mark from here on, the same for pointer and keyboard. It is let go first: WebKit goes
      // on painting what was selected in words that are put in other elements before it has been.
      window.getSelection()?.removeAllRanges();
      reading.select(stretch);
    } else if (window.getSelection()?.isCollapsed === true) {
      reading.select(undefined);
    }
  };
  return (
    <div className={styles["text"]} ref={sheetRef}>
      {head}
      {/* The keyboard selects by sentence, with J and K, from anywhere in the reader. */}
      <div ref={body} onPointerUp={takeSelection} lang={reading.source.language ?? undefined}>
        <div style={{ height: above }} />
        {shown.map(({ index, paragraph }) => (
          <div key={paragraph.start} data-index={index} ref={measure} className={styles["block"]}>
            <ParagraphText paragraph={paragraph} language={reading.source.language} marks={grouped.get(index) ?? NO_MARKS} mentions={reading.mentionsIn.get(index) ?? NO_MARKS} onExcerpt={reading.choose} />
            {after(paragraph)}
          </div>
        ))}
        <div style={{ height: below }} />
      </div>
    </div>
  );
}
