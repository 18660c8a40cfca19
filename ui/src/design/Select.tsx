import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { classes } from "./classes";
import field from "./Field.module.css";
import { Icon } from "./icons/Icon";
import popover from "./Popover.module.css";

export interface Choice<Id extends string> {
  id: Id;
  label: string;
}

export interface SelectProps<Id extends string> {
  label: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  size?: "small" | "medium";
  bare?: boolean;
  isDisabled?: boolean;
}

export function Select<Id extends string>({ label, choices, value, onChange, placeholder, size = "medium", bare = false, isDisabled = false }: SelectProps<Id>) {
  return (
    <AriaSelect
      className={classes(field["field"], field[size], bare && field["bare"])}
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      placeholder={placeholder ?? ""}
      isDisabled={isDisabled}
    >
      <Label className={field["label"]}>{label}</Label>
      <Button className={field["box"] ?? ""}>
        <SelectValue className={field["value"] ?? ""}>{({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue>
        <Icon name="down" size={size === "small" ? 12 : 16} />
      </Button>
      <Popover className={popover["popover"] ?? ""} offset={4}>
        <ListBox className={popover["list"] ?? ""} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={popover["item"] ?? ""}>
              {/* An item is drawn again only when it changes itself: which one is chosen, it is told. */}
              {({ isSelected }) => (
                <>
                  {choice.label}
                  {isSelected && <span className={popover["end"]}><Icon name="check" /></span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
