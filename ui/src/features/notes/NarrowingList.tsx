import { useId, useState } from "react";
import field from "../../design/Field.module.css";
import { Icon } from "../../design/icons/Icon";
import type { Option } from "../../design/pickerOptions";
import { PickerList } from "../../design/PickerList";
import { narrow } from "../../lib/match";
import styles from "./NarrowingList.module.css";

/** How many are offered at most; typing brings up the rest. */
const MOST = 60;

/** A field to type in and the list it narrows: arrows move, Enter takes. The focus stays in the field. */
export function NarrowingList({ label, items, onTake }: { label: string; items: readonly Option[]; onTake: (id: string) => void }) {
  const id = useId();
  const [sought, setSought] = useState("");
  const [active, setActive] = useState(0);
  const offered = narrow(items, sought, (item) => [item.label, ...(item.names ?? []), item.end ?? ""]).slice(0, MOST);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") setActive((active + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % Math.max(offered.length, 1));
    else if (event.key === "Enter" && chosen !== undefined) onTake(chosen.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles["list"]}>
      <div className={field["box"]}>
        <Icon name="find" />
        <input
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={offered.length > 0 ? `${id}-${String(active)}` : undefined}
          aria-autocomplete="list"
          // The list was opened to type in this field.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
          placeholder={label}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PickerList id={id} label={label} offered={offered} active={active} sought={sought} chosen={[]} onTake={(option) => onTake(option.id)} />
    </div>
  );
}
