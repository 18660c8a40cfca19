import { t } from "../i18n";
import { fold, narrowApart } from "../lib/match";
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

/**
 * What a picker offers for what is typed. A new one of this name comes after what has the name in it, and before what
 * only has its words: that is another thing. It is not offered beside one of just this name.
 */
export function offer(options: readonly Option[], typed: string, canCreate: boolean): Option[] {
  const name = typed.trim();
  const { whole, scattered } = narrowApart(options, typed, (option) => [option.label, ...(option.names ?? [])].map((one) => [one]));
  const isThere = whole.some((option) => fold(option.label) === fold(name));
  const made: Option[] = canCreate && name !== "" && !isThere ? [{ id: CREATE, label: t("common.createNamed", { name }), icon: "plus" }] : [];
  return [...whole, ...made, ...scattered];
}
