import { useEffect, useEffectEvent, useRef, useState } from "react";
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
  onAddAll: (names: readonly NewName[]) => void;
  onDismiss: (name: NewName) => void;
  /** The list has closed because nothing is left in it, nor anything that would open it: the focus has to go elsewhere. */
  onEmptied: () => void;
}

/** Names in the text that no actor goes by yet, to add or to dismiss. Never added by themselves. */
export function NewNames(props: NewNamesProps) {
  const { names, onEmptied } = props;
  const [isOpen, setOpen] = useState(false);
  const isEmpty = names.length === 0;
  const [timesEmptied, setTimesEmptied] = useState(0);
  if (isEmpty && isOpen) {
    setOpen(false);
    setTimesEmptied(timesEmptied + 1);
  }
  const emptied = useEffectEvent(onEmptied);
  useEffect(() => {
    if (timesEmptied > 0) emptied();
  }, [timesEmptied]);
  if (isEmpty) return null;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="quiet">{t("reader.newNames.count", { count: names.length })}</Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles["names"] ?? ""} aria-label={t("reader.newNames.label")}>
          <NameList {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** While it is open every name keeps its line, so that none comes under the pointer unawares and the focus can go on to the next. */
function NameList({ names, whose, onAdd, onAddAll, onDismiss }: NewNamesProps) {
  const [first] = useState(names);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = [...first, ...names.filter(({ name }) => !first.some((other) => other.name === name))];
  const heading = useRef<HTMLHeadingElement>(null);
  const toNext = (line: Element | null) => {
    const lines = [...(line?.parentElement?.children ?? [])];
    const at = lines.findIndex((other) => other === line);
    const next = [...lines.slice(at + 1), ...lines.slice(0, at)].find((other) => other.querySelector("button") !== null);
    // The last one goes with its line; until the list has gone too, its keys work from its heading.
    (next?.querySelector("button") ?? heading.current)?.focus();
  };
  return (
    <>
      <div className={styles["head"]}>
        <h3 className={popover["heading"]} ref={heading} tabIndex={-1}>{t("reader.newNames.label")}</h3>
        {names.length > 1 && (
          <Button
            size="small"
            onPress={() => {
              onAddAll(names);
              heading.current?.focus();
            }}
          >
            {t("reader.newNames.addAll")}
          </Button>
        )}
      </div>
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
    </>
  );
}
