import { TextField, type TextFieldProps } from "./TextField";
import { useTyped } from "./useTyped";

export interface CommitFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "onBlur" | "defaultValue"> {
  value: string;
  /** Called when the field is left, or on Enter, if the words changed: one step for the history, not one a letter. Not without words where they are required. False: it cannot be taken, and stays as it was typed. */
  onCommit: (value: string) => unknown;
}

/** A field whose words count once one is done with them. Esc puts the old ones back. */
export function CommitField({ value, onCommit, ...rest }: CommitFieldProps) {
  const { field, settle, answersEsc } = useTyped(value, (words) => {
    if (rest.isRequired === true && words === "") return true;
    return onCommit(words) !== false;
  });
  return (
    <TextField
      {...rest}
      {...field}
      // Without words where they are required the old ones come back: there is nothing to complain of.
      validationBehavior="aria"
      onKeyDown={(event) => {
        if (event.key === "Enter" && rest.lines === undefined) settle();
        else if (!answersEsc(event)) event.continuePropagation();
      }}
    />
  );
}
