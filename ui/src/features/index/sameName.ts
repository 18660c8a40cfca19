import type { Actor, ActorRow, IssueRow } from "../../api/generated";
import { fold } from "../../lib/match";

const namesOf = ({ name, short_name, aliases }: Actor): string[] => [name, ...(short_name === null ? [] : [short_name]), ...aliases];

/** The first name of an actor that another one bears too, and who that is: in a text it may mean either. */
export function sharedName(actor: Actor, rows: readonly ActorRow[]): { name: string; other: Actor } | undefined {
  const own = new Map(namesOf(actor).map((name) => [fold(name), name]));
  for (const { actor: other } of rows) {
    if (other.id === actor.id) continue;
    const name = namesOf(other).map((each) => own.get(fold(each))).find((each) => each !== undefined);
    if (name !== undefined) return { name, other };
  }
  return undefined;
}

/** Whether another issue bears the same title. */
export const hasTwin = ({ id, title }: IssueRow["issue"], rows: readonly IssueRow[]): boolean =>
  rows.some(({ issue }) => issue.id !== id && fold(issue.title) === fold(title));
