import { useRef, useState } from "react";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { useRowsLeft } from "../../lib/rowsLeft";
import { lacksWho, readCopies, type RecipientDraft } from "./factsDraft";
import styles from "./FactsDialog.module.css";

/** Who gets a note, and how many copies. A new one is there to be typed; one that is taken out leads on to the next. */
export function Recipients({ value, onChange }: { value: readonly RecipientDraft[]; onChange: (value: readonly RecipientDraft[]) => void }) {
  const [added, setAdded] = useState<string | undefined>();
  const list = useRef<HTMLUListElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  const { leave } = useRowsLeft(list, value.map(({ key }) => key), () => adding.current?.querySelector("button") ?? null);
  const add = () => {
    const key = newId();
    setAdded(key);
    onChange([...value, { key, who: "", copies: "" }]);
  };
  return (
    <>
      <ul ref={list} className={styles["recipients"]}>
        {value.map((recipient, index) => {
          const { key, who, copies } = recipient;
          const put = (part: Partial<RecipientDraft>) => onChange(value.map((other) => (other.key === key ? { ...other, ...part } : other)));
          const number = index + 1;
          return (
            <li key={key}>
              {/* Whoever adds one goes on to say who it is. */}
              <TextField bare autoFocus={key === added} label={t("notes.facts.recipient", { number })} placeholder={t("notes.facts.recipient", { number })} value={who} onChange={(said) => put({ who: said })} error={lacksWho(recipient) ? t("notes.facts.lackRecipient") : undefined} />
              <TextField bare label={t("notes.facts.copiesOf", { number })} placeholder={t("notes.facts.copies")} inputMode="numeric" value={copies} onChange={(said) => put({ copies: said })} error={readCopies(copies) === undefined ? t("notes.facts.copiesHelp") : undefined} />
              <IconButton
                icon="close"
                label={t("notes.facts.dropRecipient", { number })}
                onPress={() => {
                  leave(key);
                  onChange(value.filter((other) => other.key !== key));
                }}
              />
            </li>
          );
        })}
      </ul>
      <div ref={adding}><Button size="small" icon="plus" onPress={add}>{t("notes.facts.addRecipient")}</Button></div>
    </>
  );
}
