import type { Analysis, Block } from "../../../api/generated";
import { DateField } from "../../../design/DateField";
import { Select } from "../../../design/Select";
import { t } from "../../../i18n";
import { dayOfMoment, momentOf } from "../../../lib/dates";
import { useNote } from "../noteContext";
import { AboutChoices } from "./AboutChoices";
import type { BodyOf } from "./bodies";
import styles from "./blocks.module.css";
import { TableCaption } from "./TableCaption";

/** What the positions add up to, asked again each time the note is printed. */
export function AnalysisBlock({ block, body }: { block: Block; body: BodyOf<"analysis"> }) {
  const { sources, store } = useNote();
  const ask = (of: Analysis) => store.edit(block.id, { ...body, of });
  return (
    <div className={styles["linked"]}>
      <h2>{t(`notes.kind.${body.of.asks}`)}</h2>
      <TableCaption block={block} body={body} />
      {body.of.asks === "changes" && (
        <DateField label={t("notes.field.since")} value={dayOfMoment(body.of.since)} onChange={(day) => day !== "" && ask({ asks: "changes", since: momentOf(day) })} />
      )}
      {body.of.asks === "source" && (
        <Select
          label={t("notes.field.source")}
          choices={[...sources.values()].map(({ source }) => ({ id: source.id, label: source.title }))}
          value={body.of.source}
          onChange={(source) => ask({ asks: "source", source })}
        />
      )}
      <AboutChoices about={body} onChange={(about) => store.edit(block.id, { ...body, ...about })} />
    </div>
  );
}
