import { Button } from "react-aria-components/Button";
import type { ActorId } from "../../api/generated";
import type { Names } from "../../api/names";
import { classes } from "../../design/classes";
import { t } from "../../i18n";
import { AgreementMark } from "./AgreementMark";
import type { Agrees } from "./alignment";
import styles from "./Alignment.module.css";
import table from "./table.module.css";

/** One actor and the others, the closest first. */
export function LikenessTable({ actor, others, names, agrees, onChoose }: {
  actor: ActorId;
  others: readonly ActorId[];
  names: Names;
  agrees: Agrees;
  onChoose: (other: ActorId) => void;
}) {
  const title = t("positions.alignment.with", { actor: names.actor(actor) });
  return (
    <>
      <h2 className={styles["title"]}>{title}</h2>
      <table className={table["table"]} aria-label={title}>
        <thead>
          <tr>
            {(["actor", "agreement", "issues", "sides"] as const).map((column) => <th key={column} scope="col">{t(`positions.alignment.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {others.map((other) => {
            const agreement = agrees(actor, other);
            return (
              <tr key={other}>
                <th scope="row"><Button className={table["open"] ?? ""} onPress={() => onChoose(other)}>{names.actor(other)}</Button></th>
                <td>
                  {agreement === undefined ? (
                    <span className="faint">{t("positions.alignment.nothing")}</span>
                  ) : (
                    <span className={classes(styles["inline"], styles[agreement.band])}><AgreementMark band={agreement.band} />{agreement.percent}</span>
                  )}
                </td>
                <td>{agreement?.issues ?? 0}</td>
                <td>{agreement?.opposed ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={table["note"]}>{t("positions.alignment.help")}</p>
    </>
  );
}
