import { useRef, type ReactNode, type Ref } from "react";
import type { Stretch } from "../../lib/text";
import type { Mark, Paragraph } from "./marks";
import { ParagraphText } from "./ParagraphText";
import styles from "./ReaderDocument.module.css";
import { selectedStretch } from "./selection";

/** The text of a source as a document. Selecting by pointer tells which stretch of the text was meant. */
export function ReaderDocument({ head, text, language, paragraphs, marks, onSelect, onExcerpt, after, sheetRef }: {
  head: ReactNode;
  text: string;
  language: string | undefined;
  paragraphs: readonly Paragraph[];
  marks: readonly Mark[];
  onSelect: (stretch: Stretch | undefined) => void;
  onExcerpt: (id: string) => void;
  /** What stands beneath a paragraph where there is no room for a margin. */
  after: (paragraph: Paragraph) => ReactNode;
  sheetRef: Ref<HTMLDivElement>;
}) {
  const body = useRef<HTMLDivElement>(null);
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
      { }
      <div ref={body} onPointerUp={takeSelection} lang={language}>
        {paragraphs.map((paragraph) => (
          <div key={paragraph.start} className={styles["block"]}>
            <ParagraphText
              paragraph={paragraph}
              marks={marks.filter((mark) => mark.start < paragraph.end && mark.end > paragraph.start)}
              onExcerpt={onExcerpt}
            />
            {after(paragraph)}
          </div>
        ))}
      </div>
    </div>
  );
}
