import { useState } from "react";
import { flushSync } from "react-dom";
import { t } from "../i18n";
import { readDate, showDate, type DateFault } from "../lib/dates";
import { READER } from "../lib/locale";
import { TextField, type TextFieldProps } from "./TextField";

export interface DateFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "error" | "defaultValue"> {
  /** A partial ISO date: 2025, 2025-04 or 2025-04-23; empty for none. */
  value: string;
  onChange: (iso: string) => void;
}

/**
 * A date as people type it, partial dates too. Read when the field is left or Enter is pressed. What cannot be read
 * stays as it was typed and is said to be so; a form then finds the field invalid and is not saved. Esc puts the old
 * date back.
 */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const [fault, setFault] = useState<DateFault | undefined>();
  const drop = () => {
    setTyped(undefined);
    setFault(undefined);
  };
  /** Whether what stands in the field could be read. */
  const settle = (): boolean => {
    if (typed === undefined) return true;
    const reading = typed.trim() === "" ? { iso: "" } : readDate(typed, new Date().getFullYear());
    if ("fault" in reading) {
      setFault(reading.fault);
      return false;
    }
    drop();
    onChange(reading.iso);
    return true;
  };
  return (
    <TextField
      {...rest}
      value={typed ?? (value === "" ? "" : showDate(value))}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== undefined) {
          drop();
          return;
        }
        // Enter may save the form around it, which has to have the date by then.
        if (event.key === "Enter" && !flushSync(settle)) {
          event.preventDefault();
          return;
        }
        event.continuePropagation();
      }}
      error={fault && faultText(fault)}
    />
  );
}

function faultText(fault: DateFault): string {
  if (fault.kind === "unreadable") return t("common.dateUnreadable");
  const month = new Intl.DateTimeFormat(READER, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2025, fault.month - 1, 1)));
  return t("common.dateNoSuchDay", { month, days: fault.days });
}
