import type { ActorRow, IssueRow, Position } from "../../api/generated";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import type { MarginPosition } from "./MarginCard";

/** A position in the words of the margin. */
export function marginPosition(position: Position, actors: readonly ActorRow[], issues: readonly IssueRow[]): MarginPosition {
  const nameOf = (id: string) => actors.find(({ actor }) => actor.id === id)?.actor.name ?? "";
  const issue = issues.find((row) => row.issue.id === position.issue)?.issue.title ?? "";
  const names = position.actors.map(nameOf).join(", ");
  const what = [
    issue,
    position.condition !== null && (position.condition.startsWith("unless ") ? position.condition : t("reader.margin.conditionIf", { condition: position.condition })),
    position.sequence,
    position.degree,
  ];
  const how = [
    t("reader.margin.asOf", { date: showDate(position.as_of) }),
    t(`terms.manner.${position.manner}`).toLowerCase(),
    position.speaker !== null && t("reader.suggestion.by", { speaker: nameOf(position.speaker) }),
  ];
  const joined = (parts: readonly (string | false | null)[]) => parts.filter((part) => typeof part === "string").join(" · ");
  return {
    id: position.id,
    actors: position.actors.length > 1 ? t("reader.margin.joint", { actors: names }) : names,
    stance: position.stance,
    lines: [joined(what), joined(how)],
  };
}

/** Issues, those used last first. */
export function recentFirst(issues: readonly IssueRow[]): IssueRow[] {
  return issues.toSorted((a, b) => (b.last_used ?? "").localeCompare(a.last_used ?? ""));
}
