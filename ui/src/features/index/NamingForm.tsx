import { useState, type ReactNode } from "react";
import { TextField } from "../../design/TextField";
import styles from "./panes.module.css";

/** A form that begins with a name, without which nothing is saved. Enter saves, Esc leaves. */
export function NamingForm({ id, label, field, help, lack, name, onName, onSave, onLeave, children }: {
  id?: string;
  label: string;
  /** What the name is called, what helps to find one, and what is said without one. */
  field: string;
  help?: string;
  lack: string;
  name: string;
  onName: (name: string) => void;
  onSave: (name: string) => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const [lacks, setLacks] = useState(false);
  const given = name.trim();
  return (
    <form
      id={id}
      className={styles["form"]}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setLacks(given === "");
        if (given !== "") onSave(given);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <TextField
        // The panel opened to be given a name.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        label={field}
        {...(help === undefined ? {} : { help })}
        value={name}
        onChange={onName}
        error={lacks && given === "" ? lack : undefined}
      />
      {children}
    </form>
  );
}
