import { useId, useState } from "react";
import field from "../../design/Field.module.css";
import { Icon } from "../../design/icons/Icon";
import type { Option } from "../../design/pickerOptions";
import { PickerList } from "../../design/PickerList";
import { narrow } from "../../lib/match";
import { useOnceCome } from "../../lib/onceCome";
import styles from "./NarrowingList.module.css";

/** How many are drawn at first, and how many more whenever somebody comes to the end. */
const STRETCH = 60;

interface ListProps {
  label: string;
  items: readonly Option[];
  onTake: (id: string) => void;
}

/** A field to type in and the list it narrows: arrows move, Enter takes. The focus stays in the field. */
export function NarrowingList(props: ListProps) {
  const [sought, setSought] = useState("");
  const [most, setMost] = useState(STRETCH);
  const found = narrow(props.items, sought, (item) => [item.label, ...(item.names ?? []), item.end ?? ""]);
  const seek = (words: string) => {
    setSought(words);
    setMost(STRETCH);
  };
  return <FoundList {...props} items={found.slice(0, most)} sought={sought} onSeek={seek} isComing={false} onMore={most < found.length ? () => setMost(most + STRETCH) : undefined} />;
}

/** The same where the items are found elsewhere by what is typed, the first of them at first. */
export function FoundList({ label, items: offered, onTake, sought, onSeek, isComing, onMore }: ListProps & {
  sought: string;
  onSeek: (words: string) => void;
  /** What was typed has no answer yet; Enter waits for it. */
  isComing: boolean;
  onMore: (() => void) | undefined;
}) {
  const id = useId();
  const [active, setActive] = useState(0);
  const { runOnceCome, letBe } = useOnceCome(isComing, () => {
    const chosen = offered[active];
    if (chosen !== undefined) onTake(chosen.id);
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Where more is on its way the end is no end yet.
    if (event.key === "ArrowDown" && active === offered.length - 1 && onMore !== undefined) onMore();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") setActive((active + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % Math.max(offered.length, 1));
    else if (event.key === "Enter" && (isComing || offered.length > 0)) runOnceCome();
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
          dir="auto"
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
            onSeek(event.target.value);
            setActive(0);
            letBe();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PickerList id={id} label={label} offered={offered} active={active} sought={sought} chosen={[]} empty={isComing ? "" : undefined} onTake={(option) => onTake(option.id)} onMore={onMore} />
    </div>
  );
}
