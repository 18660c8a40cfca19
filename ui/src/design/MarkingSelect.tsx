import { useState } from "react";
import { t } from "../i18n";
import { Select } from "./Select";

const NONE = "none";

/** One of the labels of the scheme, or none. A label that the scheme has lost since stands on as a choice. */
export function MarkingSelect({ label, none, markings, value, onChange }: {
  label: string;
  /** What having none is called. */
  none: string;
  markings: readonly string[];
  value: string | null;
  onChange: (marking: string | null) => void;
}) {
  const [first] = useState(value);
  const outside = [...new Set([first, value])].filter((one) => one !== null && !markings.includes(one)).map((id) => ({ id: String(id), label: t("common.markingOutside", { marking: String(id) }) }));
  return (
    <Select
      label={label}
      choices={[{ id: NONE, label: none }, ...markings.map((id) => ({ id, label: id })), ...outside]}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
    />
  );
}
