import { createElement, memo } from "react";
import { classes } from "../../design/classes";
import type { Mention } from "../../lib/mentions";
import { piecesOf, type Mark, type Paragraph, type Piece } from "./marks";
import styles from "./ParagraphText.module.css";

/** One paragraph of a source with its marks. Its letters are exactly the source's: selections are measured on them. */
// Held back by hand: a list's items are drawn anew with every step of the selection unless each says it need not be.
export const ParagraphText = memo(function ParagraphText({ paragraph, marks, find, onExcerpt }: {
  paragraph: Paragraph;
  marks: readonly Mark[];
  /** Finds the known names in a text. */
  find: (text: string) => readonly Mention[];
  onExcerpt: (id: string) => void;
}) {
  const mentions = find(paragraph.text).map((mention): Mark => ({ ...mention, look: "mention", start: mention.start + paragraph.start, end: mention.end + paragraph.start }));
  const pieces = piecesOf(paragraph, [...marks, ...mentions]);
  return createElement(
    tagOf(paragraph),
    { className: classes(styles["paragraph"], styles[paragraph.kind]), "data-para": paragraph.start, dir: "auto" },
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
