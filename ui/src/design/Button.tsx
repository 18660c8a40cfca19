import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./Button.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons/Icon";
import { Kbd } from "./Kbd";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  children: ReactNode;
  /** One primary at a time; the rest are quiet. `link` reads as a word in a sentence. */
  look?: "plain" | "primary" | "quiet" | "danger" | "link";
  size?: "small" | "medium" | "large";
  icon?: IconName | undefined;
  /** The key that does the same. Shown, not bound. */
  keys?: string | undefined;
}

export function Button({ children, look = "plain", size = "medium", icon, keys, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles["button"], styles[look], styles[size])}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaButton>
  );
}
