import type { Cell, PartialDate } from "../../api/generated";
import type { Names } from "../../api/names";
import type { CornerMarkName } from "../../design/stance/CornerMark";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";

/** The marks in a cell's corner, top down. */
export function cornersOf(cell: Cell): CornerMarkName[] {
  return [
    ...(cell.joint.length > 0 ? (["joint"] as const) : []),
    ...(cell.conditional ? (["conditional"] as const) : []),
    ...(cell.stale ? (["stale"] as const) : []),
    ...(cell.contradicted ? (["contradicted"] as const) : []),
    ...(cell.people.differ > 0 ? (["divided"] as const) : []),
  ];
}

/** Narrower, and a cell cannot show what it has to. */
export const NARROWEST = 118;

/** How wide a cell has to be: wider where the year has to be said or a second mark stands beside the word, widest where one stands beside the count of quotes too. */
export function narrowestOf(cell: Cell | null, thisYear: number): number {
  if (cell === null) return NARROWEST;
  const marks = cornersOf(cell).length;
  if (marks > 3) return 168;
  return marks > 2 || Number(cell.as_of.slice(0, 4)) !== thisYear ? 146 : NARROWEST;
}

/** How many under the actor hold a position on the issue. */
const peopleOf = ({ people }: Cell): number => people.agree + people.differ;

/** A cell as a sentence, for those who hear it. */
export function cellSentence(cell: Cell | null, actor: string, issue: string, asOf: PartialDate, names: Names): string {
  if (cell === null) return t("positions.matrix.noneCell", { actor, issue, date: showDate(asOf, "full") });
  return [
    t("positions.matrix.cell", {
      actor,
      issue,
      stance: t(`terms.stance.${cell.stance}`).toLowerCase(),
      date: showDate(cell.as_of, "full"),
      quotes: t("positions.quotes", { count: cell.quotes }),
    }),
    ...(cell.joint.length > 0 ? [t("positions.matrix.joint", { actors: names.actorList(cell.joint) })] : []),
    ...(cell.conditional ? [t("positions.matrix.conditional")] : []),
    ...(cell.stale ? [t("positions.matrix.stale")] : []),
    ...(cell.contradicted ? [t("positions.matrix.contradicted")] : []),
    ...(peopleOf(cell) > 0 ? [t("positions.matrix.people", { agree: cell.people.agree, count: peopleOf(cell) })] : []),
    ...(cell.more > 0 ? [t("positions.matrix.more", { count: cell.more })] : []),
  ].join(" ");
}
