import { Button } from "react-aria-components/Button";
import type { Contradiction, Discord, Position } from "../../api/generated";
import { useNames, type Names } from "../../api/names";
import { useRead } from "../../api/query";
import { classes } from "../../design/classes";
import { EmptyState } from "../../design/EmptyState";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo, usePlaceOf } from "../../lib/place";
import { AnalysisBar } from "./PutAnalysis";
import styles from "./ContradictionsTab.module.css";
import table from "./table.module.css";

/** The gravest first. */
const KINDS = ["conflict", "evidence", "audiences", "speakers", "over_time"] as const satisfies readonly (Discord | "evidence")[];
type Kind = (typeof KINDS)[number];

/** What does not agree, by what explains it. */
export function ContradictionsTab() {
  const names = useNames();
  const { data } = useRead("contradiction_list", {});
  const among = [...new Set(data?.flatMap((one) => (one.between === "positions" ? [one.earlier, one.later] : [one.position])))];
  const { data: list = [] } = useRead("position_list", among.length === 0 ? undefined : { among }, { hold: true });
  const positions = new Map(list.map((position) => [position.id, position]));
  if (data === undefined) return null;
  if (data.length === 0) return <EmptyState title={t("positions.contradictions.none")}>{t("positions.contradictions.noneHelp")}</EmptyState>;
  const byKind = Map.groupBy(data, kindOf);
  return (
    <>
      <AnalysisBar of={{ asks: "contradictions" }} help={t("positions.contradictions.help")} />
      <div className={table["scroll"]}>
        {KINDS.filter((kind) => byKind.has(kind)).map((kind) => (
          <section key={kind} className={styles["kind"]}>
            <h2>{t(`positions.contradictions.${kind}`)} <span className="t13 faint">{byKind.get(kind)?.length}</span></h2>
            <p className="t13 muted">{t(`positions.contradictions.why.${kind}`)}</p>
            <ul>
              {byKind.get(kind)?.map((one) => (
                <li key={JSON.stringify(one)}>
                  <h3>{names.issue(one.issue)}</h3>
                  {one.between === "positions" ? (
                    <>
                      <Line position={positions.get(one.earlier)} names={names} />
                      <Line position={positions.get(one.later)} names={names} />
                    </>
                  ) : (
                    <Against position={positions.get(one.position)} excerpt={one.excerpt} names={names} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

const kindOf = (one: Contradiction): Kind => (one.between === "evidence" ? "evidence" : one.discord);

function Line({ position, names }: { position: Position | undefined; names: Names }) {
  const chosen = usePlaceOf("positions").position;
  if (position === undefined) return null;
  return (
    <Button
      className={classes(styles["line"], chosen === position.id && styles["chosen"])}
      onPress={() => goTo({ name: "positions", actor: position.actors[0] ?? "", issue: position.issue, position: position.id })}
    >
      <span className="cut">{names.actorList(position.actors)}</span>
      <Stance stance={position.stance} />
      <span className={table["date"]}>{showDate(position.as_of)}</span>
    </Button>
  );
}

function Against({ position, excerpt, names }: { position: Position | undefined; excerpt: string; names: Names }) {
  const full = useRead("position_get", position === undefined ? undefined : { id: position.id }).data;
  const quote = full?.excerpts.find((one) => one.id === excerpt)?.quote;
  return (
    <>
      <Line position={position} names={names} />
      {quote !== undefined && <blockquote className={styles["quote"]}>{quote}</blockquote>}
    </>
  );
}
