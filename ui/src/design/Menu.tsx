import type { ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons/Icon";
import { Kbd } from "./Kbd";
import styles from "./Popover.module.css";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  keys?: string;
  /** A word at the end of the line. */
  end?: ReactNode;
  /** Ticked: the menu is a choice and this is the one. */
  chosen?: boolean;
  danger?: boolean;
  disabled?: boolean;
  run: () => void;
}

export interface MenuGroup {
  heading?: string;
  entries: readonly MenuEntry[];
}

/** A pressable thing and the menu it opens. Groups are divided by a line or a heading. */
export function Menu({ label, trigger, groups, placement = "bottom start", defaultOpen = false, onOpenChange }: {
  label: string;
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  placement?: "bottom start" | "bottom end";
  defaultOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <MenuTrigger defaultOpen={defaultOpen} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      {trigger}
      <Popover className={styles["popover"] ?? ""} placement={placement} offset={4}>
        <AriaMenu className={styles["menu"] ?? ""} aria-label={label}>
          {shown.map((group, index) => (
            <MenuSection key={group.heading ?? index} aria-label={group.heading ?? label}>
              {group.heading !== undefined && <Header className={styles["heading"]}>{group.heading}</Header>}
              {group.heading === undefined && index > 0 && <Header className={styles["line"]} />}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  onAction={entry.run}
                  isDisabled={entry.disabled ?? false}
                  className={classes(styles["item"], entry.danger && styles["danger"])}
                >
                  {entry.icon !== undefined && <Icon name={entry.icon} />}
                  <span>{entry.label}</span>
                  {entry.chosen === true && <span className={styles["end"]}><Icon name="check" /></span>}
                  {(entry.end !== undefined || entry.keys !== undefined) && (
                    <span className={styles["end"]}>{entry.end}{entry.keys !== undefined && <Kbd keys={entry.keys} />}</span>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
