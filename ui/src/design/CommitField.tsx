import { useState } from "react";
import { TextField, type TextFieldProps } from "./TextField";

export interface CommitFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "defaultValue"> {
  value: string;
  /** Called when the field is left, or on Enter, if the words changed: one step for the history, not one a letter. */
  onCommit: (value: string) => void;
}

/** A field whose words count once one is done with them. Esc puts the old ones back. */
export function CommitField({ value, onCommit, ...rest }: CommitFieldProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const settle = () => {
    if (typed !== undefined && typed.trim() !== value) onCommit(typed.trim());
    setTyped(undefined);
  };
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter" && rest.lines === undefined) settle();
        else if (event.key === "Escape" && typed !== undefined) setTyped(undefined);
        else event.continuePropagation();
      }}
    />
  );
}
