import { DateField } from "../../design/DateField";
import { Kbd } from "../../design/Kbd";
import type { Option } from "../../design/pickerOptions";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { isToCome } from "../../lib/dates";
import { CONFIDENCES, isConditional, MANNERS, type Draft } from "./draft";
import styles from "./TagCard.module.css";

const SELF = "self";

/** What is one Tab away, with sensible values already in place. */
export function DraftDetails({ draft, actors, onChange, lacksDate, isUndated, sourceDay }: {
  draft: Draft;
  actors: readonly Option[];
  onChange: (part: Partial<Draft>) => void;
  lacksDate: boolean;
  isUndated: boolean;
  /** The day of the source, or the one it was added. */
  sourceDay: string;
}) {
  const words = (part: "condition" | "sequence" | "degree") => (
    <TextField size="small" label={t(`reader.card.${part}`)} help={part === "condition" ? undefined : t(`terms.meaning.${part}`)} placeholder={part === "condition" && isConditional(draft.stance) ? t("reader.card.ifWhat") : t("common.none")} value={draft[part]} onChange={(value) => onChange({ [part]: value })} />
  );
  return (
    <div className={styles["more"]}>
      <div className={styles["moreHead"]}><Kbd keys="Tab" />{t("reader.card.tab")}</div>
      <div className={styles["wide"]}>{words("condition")}</div>
      {words("sequence")}
      {words("degree")}
      <Select
        size="small"
        label={t("reader.card.manner")}
        choices={MANNERS.map((id) => ({ id, label: t(`terms.manner.${id}`) }))}
        value={draft.manner}
        onChange={(manner) => onChange({ manner })}
      />
      <div data-part="asOf">
        <DateField size="small" label={t("reader.card.asOf")} near={{ day: sourceDay, looks: "back" }} value={draft.asOf} onChange={(asOf) => onChange({ asOf })} />
        {isUndated && <p className={styles["undated"]}>{t("reader.card.undated")}</p>}
        {isToCome(draft.asOf) && <p className={styles["undated"]} role="status">{t("positions.form.toCome")}</p>}
        {lacksDate && <p className={styles["lack"]} role="alert">{t("reader.card.noDate")}</p>}
      </div>
      <Select
        size="small"
        label={t("reader.card.confidence")}
        choices={CONFIDENCES.map((id) => ({ id, label: t(`terms.confidence.${id}`) }))}
        value={draft.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
      <Select
        size="small"
        label={t("reader.card.speaker")}
        choices={[{ id: SELF, label: t("reader.card.speakerSelf") }, ...actors.map(({ id, label }) => ({ id, label }))]}
        value={draft.speaker ?? SELF}
        onChange={(speaker) => onChange({ speaker: speaker === SELF ? undefined : speaker })}
      />
    </div>
  );
}
