import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { classes } from "./classes";
import styles from "./Field.module.css";
import { Icon, type IconName } from "./icons/Icon";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "style"> {
  label: string;
  /** Stands at the end of the label's line. */
  hint?: ReactNode;
  /** What is wrong and what to type instead. */
  error?: string | undefined;
  help?: string | undefined;
  placeholder?: string;
  icon?: IconName;
  size?: "small" | "medium";
  /** The label is only spoken. */
  bare?: boolean;
  lines?: number;
  /** The language of what is typed, if it is known. */
  lang?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, hint, error, help, placeholder, icon, size = "medium", bare = false, lines, lang, inputRef, ...rest }: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className={classes(styles["field"], styles[size], bare && styles["bare"], error !== undefined && styles["invalid"])}
    >
      <Label className={styles["label"]}>
        {label}
        {hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
      </Label>
      <div className={styles["box"]}>
        {icon !== undefined && <Icon name={icon} />}
        {lines === undefined ? <Input dir="auto" lang={lang} placeholder={placeholder} ref={inputRef} /> : <TextArea dir="auto" lang={lang} placeholder={placeholder} rows={lines} />}
      </div>
      {help !== undefined && error === undefined && <Text slot="description" className={styles["help"]}>{help}</Text>}
      <FieldError className={styles["error"] ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}
