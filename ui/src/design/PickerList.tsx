import { useEffect, useEffectEvent, useRef } from "react";
import { t } from "../i18n";
import { classes } from "./classes";
import { Icon } from "./icons/Icon";
import { Kbd } from "./Kbd";
import { Marked } from "./Marked";
import popover from "./Popover.module.css";
import styles from "./Picker.module.css";
import { CREATE, type Option } from "./pickerOptions";

/** The list under a picker. The focus stays in its field, which names the active option. */
export function PickerList({ id, label, offered, active, sought, chosen, empty, onTake, onMore }: {
  id: string;
  label: string;
  offered: readonly Option[];
  active: number;
  sought: string;
  chosen: readonly string[];
  /** Said in place of the usual when there is nothing to choose from. */
  empty?: string | undefined;
  onTake: (option: Option) => void;
  /** Brings more, when the end of the list comes in sight; nothing where there are no more. */
  onMore?: (() => void) | undefined;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const askForMore = useEffectEvent(() => onMore?.());
  const hasMore = onMore !== undefined;
  // Also where the list is shorter than its room, and again when what came does not fill it.
  useEffect(() => {
    const last = list.current?.lastElementChild;
    if (!hasMore || last == null) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && askForMore(), { root: list.current, rootMargin: "0px 0px 240px" });
    watch.observe(last);
    return () => watch.disconnect();
  }, [hasMore, offered.length]);
  if (offered.length === 0) return <p className={popover["empty"]}>{empty ?? t("common.noMatch")}</p>;
  return (
    <ul className={popover["list"]} role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
      {offered.map((option, index) => (
        // Keys reach the options through the field above, as the combobox pattern has it.
        // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
        <li
          key={option.id}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === active}
          className={classes(popover["item"], styles["option"])}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {option.icon !== undefined && <Icon name={option.icon} />}
          {option.id === CREATE ? <span>{option.label}</span> : <Marked text={option.label} sought={sought} />}
          {option.end !== undefined && <span className={classes(popover["end"], styles["why"])}>{option.end}</span>}
          {chosen.includes(option.id) && option.end === undefined && <span className={popover["end"]}><Icon name="check" /></span>}
          {option.id === CREATE && <span className={popover["end"]}><Kbd keys={index === 0 ? "Enter" : "Ctrl Enter"} /></span>}
        </li>
      ))}
    </ul>
  );
}
