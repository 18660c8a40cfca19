import type { Reliability, SourceKind } from "../../api/generated";
import { t } from "../../i18n";
import type { Filter, State } from "./order";

/** A filter in the reader's words. */
export function filterName(filter: Filter): string {
  const at = filter.indexOf(":");
  if (at < 0) return t(`sources.filters.${filter as State}`);
  const value = filter.slice(at + 1);
  switch (filter.slice(0, at)) {
    case "kind":
      return t(`terms.sourceKind.${value as SourceKind}`);
    case "year":
      return value === "" ? t("sources.filters.undated") : value;
    case "marking":
      return value === "" ? t("sources.filters.unmarked") : value;
    default:
      return value === "" ? t("sources.filters.ungraded") : t(`sources.details.reliabilities.${value as Reliability}`);
  }
}
