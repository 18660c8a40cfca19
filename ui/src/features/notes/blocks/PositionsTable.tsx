import type { Block } from "../../../api/generated";
import { t } from "../../../i18n";
import { useNote } from "../noteContext";
import { AboutChoices } from "./AboutChoices";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";
import { TableCaption } from "./TableCaption";

/** Who stands where. Nobody named means everybody with a position; no issue named, every issue. */
export function PositionsTable({ block, body }: { block: Block; body: BodyOf<"positions_table"> }) {
  const { store } = useNote();
  return (
    <div className={styles["linked"]}>
      <h2>{t("notes.kind.positions_table")}</h2>
      <TableCaption block={block} body={body} />
      <AboutChoices about={body} onChange={(about) => store.edit(block.id, { ...body, ...about })} />
    </div>
  );
}
