import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import styles from "./Checkbox.module.css";
import { Icon } from "./icons/Icon";
import type { Choice } from "./Select";

export function Checkbox({ children, isSelected, onChange, isDisabled = false }: {
  children: string;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox className={styles["check"] ?? ""} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className={styles["box"]}>{isSelected && <Icon name="check" size={12} />}</span>
      {children}
    </AriaCheckbox>
  );
}

/** A choice of which all the answers are shown at once. */
export function Radios<Id extends string>({ label, choices, value, onChange, isRow = false }: {
  label: string;
  choices: readonly Choice<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  isRow?: boolean;
}) {
  return (
    <RadioGroup className={styles["group"] ?? ""} value={value} onChange={(id) => onChange(id as Id)} orientation={isRow ? "horizontal" : "vertical"}>
      <Label className={styles["label"]}>{label}</Label>
      <div className={styles["choices"]}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles["check"] ?? ""}>
            <span className={styles["dot"]} />
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
