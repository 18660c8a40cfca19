import { Button as AriaButton } from "react-aria-components/Button";
import type { ActorId, Agreement, Cell, IssueId, Matrix } from "../../api/generated";
import type { Names } from "../../api/names";
import { Button } from "../../design/Button";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { compare } from "./alignment";
import styles from "./Alignment.module.css";
import table from "./table.module.css";

/** Two actors issue by issue: where each stands, and whether that is the same. */
export function PairTable({ one, other, matrix, issues, names, agreement, onBack }: {
  one: ActorId;
  other: ActorId;
  matrix: Matrix;
  /** The places of the issues shown. */
  issues: readonly number[];
  names: Names;
  agreement: Agreement | undefined;
  onBack: () => void;
}) {
  const both = [one, other];
  const title = t("positions.alignment.pair", { one: names.actor(one), other: names.actor(other) });
  const rows = both.map((actor) => matrix.rows.find((row) => row.actor === actor));
  const lines = issues
    .map((place) => ({ issue: matrix.issues[place] ?? "", cells: rows.map((row) => row?.cells[place] ?? undefined) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  return (
    <>
      <div className={styles["titleRow"]}>
        <h2 className={styles["title"]}>{title}</h2>
        {agreement !== undefined && <span className="t13 muted">{t("positions.alignment.figure", { percent: agreement.percent, count: agreement.issues })}</span>}
        <span className="grow" />
        <Button size="small" look="quiet" onPress={onBack}>{t("positions.alignment.back", { actor: names.actor(one) })}</Button>
      </div>
      <table className={table["table"]} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("positions.alignment.issue")}</th>
            {both.map((actor) => <th key={actor} scope="col">{names.shortActor(actor)}</th>)}
            <th scope="col">{t("positions.alignment.compared")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ issue, cells }) => (
            <tr key={issue}>
              <th scope="row">{names.issue(issue)}</th>
              {cells.map((cell, place) => <td key={both[place]}><Stand cell={cell} actor={both[place] ?? ""} issue={issue} /></td>)}
              <td className="muted">{t(`positions.alignment.${compare(cells[0]?.stance, cells[1]?.stance)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Stand({ cell, actor, issue }: { cell: Cell | undefined; actor: ActorId; issue: IssueId }) {
  if (cell === undefined) return <span className="faint">{t("positions.matrix.none")}</span>;
  return (
    <AriaButton className={table["open"] ?? ""} onPress={() => goTo({ name: "positions", actor, issue, position: cell.position })}>
      <Stance stance={cell.stance} /> <span className={table["date"]}>{showDate(cell.as_of)}</span>
    </AriaButton>
  );
}
