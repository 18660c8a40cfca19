import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { NewName } from "../../api/generated";
import { Button } from "../../design/Button";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { NewNameRow } from "./NewNameRow";
import styles from "./NewNames.module.css";

export interface NewNamesProps {
  names: readonly NewName[];
  /** The actor who is there already and whose initials a name is. */
  whose: (name: NewName) => string | undefined;
  onAdd: (name: NewName) => void;
  onDismiss: (name: NewName) => void;
  /** The list has closed and there is nothing left that would open it: the focus has to go elsewhere. */
  onEmptied: () => void;
}

/** Names in the text that no actor goes by yet, to add or to dismiss. Never added by themselves. */
export function NewNames(props: NewNamesProps) {
  const { names, onEmptied } = props;
  const [isOpen, setOpen] = useState(false);
  if (names.length === 0 && !isOpen) return null;
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open && names.length === 0) onEmptied();
      }}
    >
      <Button look="quiet">{t("reader.newNames.count", { count: names.length })}</Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles["names"] ?? ""} aria-label={t("reader.newNames.label")}>
          <div className={popover["heading"]}>{t("reader.newNames.label")}</div>
          <NameList {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** While it is open every name keeps its line, so that none comes under the pointer unawares and the focus can go on to the next. */
function NameList({ names, whose, onAdd, onDismiss }: NewNamesProps) {
  const [first] = useState(names);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = [...first, ...names.filter(({ name }) => !first.some((other) => other.name === name))];
  const toNext = (line: Element | null) => {
    const lines = [...(line?.parentElement?.children ?? [])];
    const at = lines.findIndex((other) => other === line);
    const next = [...lines.slice(at + 1), ...lines.slice(0, at)].find((other) => other.querySelector("button") !== null);
    next?.querySelector("button")?.focus();
  };
  return (
    <ul>
      {shown.map((each) => (
        <NewNameRow
          key={each.name}
          name={names.find(({ name }) => name === each.name) ?? each}
          of={whose(each)}
          became={names.some(({ name }) => name === each.name) ? undefined : dismissed.includes(each.name) ? "gone" : "known"}
          onAdd={(line) => {
            onAdd(each);
            toNext(line);
          }}
          onDismiss={(line) => {
            setDismissed([...dismissed, each.name]);
            onDismiss(each);
            toNext(line);
          }}
        />
      ))}
    </ul>
  );
}
