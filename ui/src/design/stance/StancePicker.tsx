import { useRef } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { t } from "../../i18n";
import { classes } from "../classes";
import { Kbd } from "../Kbd";
import { StanceMark } from "./Stance";
import styles from "./StancePicker.module.css";
import { keyOf, STANCES, type StanceName } from "./stances";

/** The scale as a radio group: arrows move, 1 to 6 choose. `heading` is its visible label with whatever stands beside it. */
export function StancePicker({ value, onChange, heading, autoFocus = false }: {
  value: StanceName | null;
  onChange: (stance: StanceName) => void;
  heading: React.ReactNode;
  autoFocus?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  return (
    <div
      role="presentation"
      ref={group}
      onKeyDown={(event) => {
        const stance = STANCES[Number(event.key) - 1];
        if (stance === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        onChange(stance);
        group.current?.querySelector<HTMLElement>(`input[value="${stance}"]`)?.focus();
      }}
    >
    <RadioGroup
      className={styles["group"] ?? ""}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as StanceName)}
    >
      <Label className={styles["label"]}>{heading}</Label>
      <div className={styles["scale"]}>
        {STANCES.map((stance) => (
          <Radio
            key={stance}
            value={stance}
            autoFocus={autoFocus && (value ?? STANCES[0]) === stance}
            aria-label={`${String(keyOf(stance))}, ${t(`terms.stance.${stance}`)}`}
            className={classes(styles["option"], styles[`s${String(keyOf(stance))}`])}
          >
            <span className={styles["top"]}>
              <Kbd keys={String(keyOf(stance))} always />
              <StanceMark stance={stance} size={20} />
            </span>
            <span>{t(`terms.stanceShort.${stance}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
    </div>
  );
}
