import type { PartialDate, PositionId, PositionInFull } from "../../api/generated";
import type { Names } from "../../api/names";
import { useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { Notice } from "../../design/Notice";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { EvidenceItem } from "./EvidenceItem";
import styles from "./PositionView.module.css";

/** A position as one reads it: the finding first, then what qualifies it, what does not agree, and its quotes. */
export function PositionView({ full, names, asOf, onCompare }: { full: PositionInFull; names: Names; asOf: PartialDate; onCompare: () => void }) {
  const { position, before } = full;
  const facts: [string, string | null][] = [
    [t("positions.panel.condition"), position.condition === null ? null : t("positions.panel.if", { condition: position.condition.replace(/^if /i, "") })],
    [t("positions.panel.sequence"), position.sequence],
    [t("positions.panel.degree"), position.degree],
    [t("positions.panel.speaker"), position.speaker === null ? null : names.actor(position.speaker)],
    [t("positions.panel.manner"), t(`terms.manner.${position.manner}`).toLowerCase()],
    [
      t("positions.panel.asOf"),
      position.review_by === null
        ? showDate(position.as_of)
        : t("positions.panel.reviewBy", { date: showDate(position.as_of), review: showDate(position.review_by, "short", Number(position.as_of.slice(0, 4))) }),
    ],
    [t("positions.panel.confidence"), t(`terms.confidence.${position.confidence}`).toLowerCase()],
    [t("positions.panel.before"), before === null ? null : t("positions.panel.was", { stance: t(`terms.stance.${before.stance}`).toLowerCase(), date: showDate(before.as_of) })],
    [t("positions.panel.marking"), position.marking],
  ];
  return (
    <div className={styles["view"]}>
      <div>
        <h2>{position.actors.length === 1 ? names.actor(position.actors[0] ?? "") : names.actorList(position.actors)}</h2>
        <p className="muted">{names.issue(position.issue)}</p>
      </div>
      <p className={styles["finding"]}><Stance stance={position.stance} /></p>
      {position.summary !== null && <p dir="auto">{position.summary}</p>}
      <dl className={styles["facts"]}>
        {facts.map(([term, value]) => value !== null && (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {position.state !== "current" && <Notice kind="warning">{t(`positions.panel.state.${position.state}`)}</Notice>}
      <Disagreement full={full} names={names} onCompare={onCompare} />
      {full.excerpts.length === 0 && <Notice kind="warning">{t("positions.panel.noEvidence")}</Notice>}
      {full.excerpts.map((excerpt, index) => (
        <EvidenceItem key={excerpt.id} excerpt={excerpt} source={full.sources[index]} relation={position.evidence[index]?.relation ?? "context"} year={Number(position.as_of.slice(0, 4))} />
      ))}
      <Others full={full} names={names} asOf={asOf} />
    </div>
  );
}

/** What speaks against it: other positions by the same actor and its kin, and its own excerpts. */
function Disagreement({ full, names, onCompare }: { full: PositionInFull; names: Names; onCompare: () => void }) {
  const { position } = full;
  const all = useRead("contradiction_list", { position: position.id }).data ?? [];
  const others = all.flatMap((one): PositionId[] => {
    if (one.between !== "positions") return [];
    if (one.earlier === position.id) return [one.later];
    return one.later === position.id ? [one.earlier] : [];
  });
  const against = all.filter((one) => one.between === "evidence" && one.position === position.id).length;
  const list = useRead("position_list", others.length === 0 ? undefined : { among: others }).data ?? [];
  if (others.length === 0 && against === 0) return null;
  const sentences = list.map((other) => t("positions.panel.contradiction", { actors: names.actorList(other.actors), stance: t(`terms.stance.${other.stance}`).toLowerCase(), date: showDate(other.as_of) }));
  return (
    <div className={styles["contradicted"]}>
      <Icon name="contra" />
      <p>
        <b>{t("positions.panel.contradicted")}</b> {sentences.join(" ")} {against > 0 && t("positions.panel.excerptAgainst", { count: against })}{" "}
        {others.length > 0 && <Button look="link" onPress={onCompare}>{t("positions.panel.compare")}</Button>}
      </p>
    </div>
  );
}

/** Further positions that the same actors hold on the issue, behind the one the cell shows. */
function Others({ full, names, asOf }: { full: PositionInFull; names: Names; asOf: PartialDate }) {
  const { position } = full;
  const onIssue = useRead("position_list", { issue: position.issue }).data ?? [];
  const others = onIssue.filter((other) => other.id !== position.id && other.state === "current" && other.as_of.slice(0, asOf.length) <= asOf && other.actors.some((actor) => position.actors.includes(actor)));
  if (others.length === 0) return null;
  return (
    <section className={styles["others"]}>
      <h3>{t("positions.panel.others")}</h3>
      {others.map((other) => (
        <p key={other.id} className={styles["other"]}>
          <Stance stance={other.stance} />
          <Button look="link" onPress={() => goTo({ name: "positions", actor: other.actors[0] ?? "", issue: other.issue, position: other.id })}>
            {`${names.actorList(other.actors)}, ${showDate(other.as_of)}`}
          </Button>
        </p>
      ))}
    </section>
  );
}
