import { createElement, memo } from "react";
import { classes } from "../../design/classes";
import { written } from "../../lib/written";
import { piecesOf, type Mark, type Paragraph, type Piece } from "./marks";
import styles from "./ParagraphText.module.css";

/** One paragraph of a source with its marks. Its letters are exactly the source's: selections are measured on them. */
// Held back by hand: a list's items are drawn anew with every step of the selection unless each says it need not be.
export const ParagraphText = memo(function ParagraphText({ paragraph, language, marks, mentions, onExcerpt }: {
  paragraph: Paragraph;
  /** Of the source. */
  language: string | null;
  marks: readonly Mark[];
  /** Kept apart from the other marks, which change with every step. */
  mentions: readonly Mark[];
  onExcerpt: (id: string) => void;
}) {
  const pieces = piecesOf(paragraph, [...marks, ...mentions]);
  return createElement(
    tagOf(paragraph),
    { className: classes(styles["paragraph"], styles[paragraph.kind]), "data-para": paragraph.start, "data-number": paragraph.number, dir: written(paragraph.text, language).dir },
    pieces.map((piece) => <PieceText key={piece.start} piece={piece} onExcerpt={onExcerpt} />),
  );
});

function PieceText({ piece, onExcerpt }: { piece: Piece; onExcerpt: (id: string) => void }) {
  if (piece.looks.length === 0) return piece.text;
  const { excerpt } = piece;
  return (
    // The margin card of the same excerpt is the way in by keyboard.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions
    <span
      className={classes(...piece.looks.map((look) => styles[look]))}
      data-begins={piece.begins.length > 0 ? piece.begins.join(" ") : undefined}
      data-selected={piece.looks.includes("selected") ? "" : undefined}
      data-offered={piece.looks.includes("offered") ? "" : undefined}
      title={piece.title}
      onClick={excerpt === undefined ? undefined : () => onExcerpt(excerpt)}
    >
      {piece.text}
    </span>
  );
}

function tagOf(paragraph: Paragraph): string {
  if (paragraph.kind === "heading") return `h${String(Math.min(6, Math.max(2, paragraph.level + 1)))}`;
  if (paragraph.kind === "quote") return "blockquote";
  return "p";
}
