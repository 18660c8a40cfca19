import { DateField } from "../../design/DateField";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import styles from "./FactsDialog.module.css";
import { momentOf, OFFSETS, readClock, type MomentParts } from "./moments";

const EXAMPLE = "16:00";

/** A day, a time and the offset of the clock it was read from. */
export function MomentField({ label, value, onChange }: { label: string; value: MomentParts; onChange: (value: MomentParts) => void }) {
  const offsets = OFFSETS.includes(value.offset) ? OFFSETS : [...OFFSETS, value.offset];
  const isWrong = value.time !== "" && readClock(value.time) === undefined;
  return (
    <fieldset className={styles["moment"]}>
      <legend>{label}</legend>
      <DateField bare label={t("notes.facts.date", { field: label })} placeholder={t("common.none")} value={value.day} onChange={(day) => onChange({ ...value, day })} />
      <TextField bare label={t("notes.facts.time", { field: label })} placeholder={EXAMPLE} value={value.time} onChange={(time) => onChange({ ...value, time })} error={isWrong ? t("notes.facts.timeHelp") : undefined} />
      <Select bare label={t("notes.facts.offset", { field: label })} choices={offsets.map((offset) => ({ id: offset, label: `UTC${offset}` }))} value={value.offset} onChange={(offset) => onChange({ ...value, offset })} />
    </fieldset>
  );
}

/** Whether the parts name a moment or nothing. */
export const isMoment = (parts: MomentParts): boolean => momentOf(parts) !== undefined;
