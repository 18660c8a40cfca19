import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { AnalysisBlock } from "./AnalysisBlock";
import { Bullets } from "./Bullets";
import { ChangeBlock } from "./ChangeBlock";
import { DefensiveLines } from "./DefensiveLines";
import { Heading } from "./Heading";
import { Options } from "./Options";
import { Paragraph } from "./Paragraph";
import { PictureBlock } from "./PictureBlock";
import { PositionBlock } from "./PositionBlock";
import { PositionsTable } from "./PositionsTable";
import { ProfileBlock } from "./ProfileBlock";
import { QuotationBlock } from "./QuotationBlock";
import { Texts } from "./Texts";
import { TimelineBlock } from "./TimelineBlock";
import styles from "./blocks.module.css";

/** A block of a note, each kind with its own small editor. */
export function BlockBody({ block }: { block: Block }) {
  const { body } = block;
  switch (body.kind) {
    case "bottom_line":
    case "recommendation": return <Texts block={block} body={body} />;
    case "heading": return <Heading block={block} body={body} />;
    case "paragraph": return <Paragraph block={block} body={body} />;
    case "bullets":
    case "lines_to_take":
    case "press_line": return <Bullets block={block} body={body} />;
    case "quotation": return <QuotationBlock block={block} body={body} />;
    case "position": return <PositionBlock block={block} body={body} />;
    case "positions_table": return <PositionsTable block={block} body={body} />;
    case "analysis": return <AnalysisBlock block={block} body={body} />;
    case "actor_profile": return <ProfileBlock block={block} body={body} />;
    case "timeline": return <TimelineBlock block={block} body={body} />;
    case "change": return <ChangeBlock block={block} body={body} />;
    case "defensive_lines": return <DefensiveLines block={block} body={body} />;
    case "options_table": return <Options block={block} body={body} />;
    case "picture": return <PictureBlock block={block} body={body} />;
    case "page_break": return <p className={styles["break"]}>{t("notes.linked.pageBreak")}</p>;
  }
}
