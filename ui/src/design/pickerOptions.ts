import type { IconName } from "./icons/Icon";

export interface Option {
  id: string;
  label: string;
  /** Other names that typing finds it by. */
  names?: readonly string[];
  icon?: IconName;
  /** A word at the end of its line: what kind, why it is offered. */
  end?: string;
}

/** The option that stands for making a new one of the typed name. */
export const CREATE = "\u0000create";
