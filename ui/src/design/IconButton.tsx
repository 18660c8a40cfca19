import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./Button.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons/Icon";
import { Tooltip } from "./Tooltip";

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  icon: IconName;
  /** The word it stands for: its accessible name, and what the tooltip says. */
  label: string;
  keys?: string;
  size?: "small" | "medium";
  look?: "plain" | "quiet";
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, keys, size = "medium", look = "quiet", ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className={classes(styles["button"], styles[look], styles[size], styles["alone"])}>
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
