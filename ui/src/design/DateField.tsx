import { useState } from "react";
import { flushSync } from "react-dom";
import { t } from "../i18n";
import { nearToday, readDate, showDate, type DateFault, type Near } from "../lib/dates";
import { READER } from "../lib/locale";
import { TextField, type TextFieldProps } from "./TextField";
import { toastUnlessOffered } from "./toasts";
import { useTyped } from "./useTyped";

export interface DateFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "onBlur" | "defaultValue"> {
  /** A partial ISO date: 2025, 2025-04 or 2025-04-23; empty for none. */
  value: string;
  onChange: (iso: string) => void;
  /** What a day without a year is near to. Unsaid: it is the last such day up to today. */
  near?: Near;
  /** What is wrong with a date that can be read. */
  error?: string | undefined;
}

/**
 * A date as people type it, partial dates too. Read when the field is left or Enter is pressed. What cannot be read
 * stays as it was typed and is said to be so; a form then finds the field invalid and is not saved. Esc puts the old
 * date back.
 */
export function DateField({ value, onChange, near = nearToday("back"), error, ...rest }: DateFieldProps) {
  const [fault, setFault] = useState<DateFault | undefined>();
  const { field, settle, answersEsc } = useTyped(value === "" ? "" : showDate(value), (words, isGoing) => {
    const reading = words === "" ? { iso: "" } : readDate(words, near);
    if ("fault" in reading) {
      setFault(reading.fault);
      if (isGoing) toastUnlessOffered({ text: t("common.dateNotTaken", { words, field: rest.label }) });
      return false;
    }
    setFault(undefined);
    onChange(reading.iso);
    return true;
  });
  return (
    <TextField
      {...rest}
      {...field}
      onChange={(words) => {
        setFault(undefined);
        field.onChange(words);
      }}
      onKeyDown={(event) => {
        if (answersEsc(event)) setFault(undefined);
        // Enter may save the form around it, which has to have the date by then.
        else if (event.key === "Enter" && !flushSync(settle)) event.preventDefault();
        else event.continuePropagation();
      }}
      error={fault === undefined ? error : faultText(fault)}
    />
  );
}

function faultText(fault: DateFault): string {
  if (fault.kind === "unreadable") return t("common.dateUnreadable");
  const month = new Intl.DateTimeFormat(READER, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2025, fault.month - 1, 1)));
  return t("common.dateNoSuchDay", { month, days: fault.days });
}
