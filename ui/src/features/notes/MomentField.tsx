import { DateField } from "../../design/DateField";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { nearToday } from "../../lib/dates";
import styles from "./FactsDialog.module.css";
import { changed, dayFault, OFFSETS, timeFault, type MomentParts } from "./moments";

const EXAMPLE = "16:00";

/** A day, a time and the offset of the clock it was read from. What names no moment is said to at the part that is wrong, and a form around it finds that invalid. */
export function MomentField({ label, isToCome = false, value, onChange }: {
  label: string;
  /** Whether it is of what is still to come. */
  isToCome?: boolean;
  value: MomentParts;
  onChange: (value: MomentParts) => void;
}) {
  const offsets = OFFSETS.includes(value.offset) ? OFFSETS : [...OFFSETS, value.offset];
  const wrong = (fault: ReturnType<typeof dayFault | typeof timeFault>) => fault && t(`notes.facts.moment.${fault}`);
  return (
    <fieldset className={styles["moment"]}>
      <legend>{label}</legend>
      <DateField bare label={t("notes.facts.date", { field: label })} placeholder={t("common.none")} near={nearToday(isToCome ? "ahead" : "both")} value={value.day} onChange={(day) => onChange(changed(value, { day }))} error={wrong(dayFault(value))} />
      <TextField bare label={t("notes.facts.time", { field: label })} placeholder={EXAMPLE} value={value.time} onChange={(time) => onChange(changed(value, { time }))} error={wrong(timeFault(value))} />
      <Select bare label={t("notes.facts.offset", { field: label })} choices={offsets.map((offset) => ({ id: offset, label: `UTC${offset}` }))} value={value.offset} onChange={(offset) => onChange({ ...value, offset })} />
    </fieldset>
  );
}
