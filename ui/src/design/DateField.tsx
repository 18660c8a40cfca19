import { useState } from "react";
import { t } from "../i18n";
import { readDate, showDate, type DateFault } from "../lib/dates";
import { READER } from "../lib/locale";
import { TextField, type TextFieldProps } from "./TextField";

export interface DateFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "error" | "defaultValue"> {
  /** A partial ISO date: 2025, 2025-04 or 2025-04-23; empty for none. */
  value: string;
  onChange: (iso: string) => void;
}

/** A date as people type it, partial dates too. Read when the field is left or Enter is pressed. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const [fault, setFault] = useState<DateFault | undefined>();
  const settle = () => {
    if (typed === undefined) return;
    if (typed.trim() === "") {
      setFault(undefined);
      setTyped(undefined);
      onChange("");
      return;
    }
    const reading = readDate(typed, new Date().getFullYear());
    if ("fault" in reading) {
      setFault(reading.fault);
      return;
    }
    setFault(undefined);
    setTyped(undefined);
    onChange(reading.iso);
  };
  return (
    <TextField
      {...rest}
      value={typed ?? (value === "" ? "" : showDate(value))}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle();
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
