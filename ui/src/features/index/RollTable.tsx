import type { Roll, RollColumn, RollLine } from "../../api/generated";
import { useNames } from "../../api/names";
import { classes } from "../../design/classes";
import { Select } from "../../design/Select";
import { t } from "../../i18n";
import styles from "./ImportActors.module.css";
import { choiceOf, type Choice, type Choices } from "./roll";

const COLUMNS: readonly RollColumn[] = ["name", "short_name", "kind", "parent", "aliases", "role", "ignored"];

/** More lines than this are taken in as they stand; whom they concern is in the count. */
const SHOWN = 200;

/** What each column says, and what becomes of each line. */
export function RollTable({ roll, choices, onChoose, onColumns }: {
  roll: Roll;
  choices: Choices;
  onChoose: (number: number, choice: Choice) => void;
  onColumns: (columns: RollColumn[]) => void;
}) {
  const ofColumn = COLUMNS.map((id) => ({ id, label: t(`actorsAndIssues.roll.columns.${id}`) }));
  // Lines that ask for a choice first.
  const asking = roll.lines.filter((line) => line.known.length > 0 || line.repeats !== null || line.is_parent_unknown);
  const lines = [...asking, ...roll.lines.filter((line) => !asking.includes(line))].slice(0, SHOWN);
  return (
    <>
      <div className={styles["columns"]} role="group" aria-label={t("actorsAndIssues.roll.columnsLabel")}>
        {roll.columns.map((column, at) => (
          <div key={at} className={styles["column"]}>
            <Select
              size="small"
              label={t("actorsAndIssues.roll.column", { name: roll.heads[at] ?? "" })}
              choices={ofColumn}
              value={column}
              onChange={(next) => onColumns(roll.columns.map((each, other) => (other === at ? next : each === next && next !== "aliases" ? "ignored" : each)))}
            />
          </div>
        ))}
      </div>
      <div className={styles["scroll"]}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("actorsAndIssues.roll.columns.name")}</th>
              <th scope="col">{t("actorsAndIssues.roll.columns.kind")}</th>
              <th scope="col">{t("actorsAndIssues.roll.columns.parent")}</th>
              <th scope="col">{t("actorsAndIssues.roll.columns.aliases")}</th>
              <th scope="col">{t("actorsAndIssues.roll.becomes")}</th>
            </tr>
          </thead>
          <tbody>{lines.map((line) => <Line key={line.number} line={line} choice={choiceOf(line, choices)} onChoose={(choice) => onChoose(line.number, choice)} />)}</tbody>
        </table>
      </div>
      {roll.lines.length > SHOWN && <p className="muted t13">{t("actorsAndIssues.roll.more", { count: roll.lines.length - SHOWN })}</p>}
    </>
  );
}

function Line({ line, choice, onChoose }: { line: RollLine; choice: Choice; onChoose: (choice: Choice) => void }) {
  const names = useNames();
  const { actor } = line;
  const choosable: { id: Choice; label: string }[] = [
    { id: "new", label: t("actorsAndIssues.roll.asNew") },
    ...line.known.map((id) => ({ id, label: t("actorsAndIssues.roll.into", { name: names.actor(id) }) })),
    { id: "skip", label: t("actorsAndIssues.roll.skip") },
  ];
  return (
    <tr className={classes(choice === "skip" && styles["skipped"])}>
      <td>
        {actor.name}
        {actor.short_name !== null && ` (${actor.short_name})`}
        {actor.role !== null && <span className={styles["hint"]}>{actor.role}</span>}
      </td>
      <td>{t(`terms.actorKind.${actor.kind}`)}</td>
      <td>
        {actor.parent}
        {line.is_parent_unknown && <span className={styles["hint"]}>{t("actorsAndIssues.roll.parentUnknown")}</span>}
      </td>
      <td>{actor.aliases.join(", ")}</td>
      <td>
        <Select bare size="small" label={t("actorsAndIssues.roll.becomesOf", { name: actor.name })} choices={choosable} value={choice} onChange={onChoose} />
        {line.known.length > 0 && <span className={styles["hint"]}>{t("actorsAndIssues.roll.known")}</span>}
        {line.repeats !== null && <span className={styles["hint"]}>{t("actorsAndIssues.roll.repeats", { line: line.repeats })}</span>}
      </td>
    </tr>
  );
}
