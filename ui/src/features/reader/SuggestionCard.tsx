import { useId } from "react";
import { Button } from "../../design/Button";
import { classes } from "../../design/classes";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import styles from "./MarginCard.module.css";
import type { OfferedPosition } from "./useOffers";

/** A suggested position beside its sentence: dashed until somebody takes it. */
export function SuggestionCard({ suggestion, actors, issue, speaker, isOffered, onTake, onDismiss }: {
  suggestion: OfferedPosition;
  actors: string;
  /** What it is likely to be on, where its words tell. */
  issue: string | undefined;
  speaker: string | undefined;
  /** The keys act on this one. */
  isOffered: boolean;
  onTake: () => void;
  onDismiss: () => void;
}) {
  const id = useId();
  const { stance, condition, sequence, manner, as_of } = suggestion;
  const details = [
    condition !== null && (condition.startsWith("unless ") ? condition : t("reader.margin.conditionIf", { condition })),
    sequence,
    manner !== "on_record" && t(`terms.manner.${manner}`).toLowerCase(),
    speaker !== undefined && t("reader.suggestion.by", { speaker }),
    as_of !== null && t("reader.margin.asOf", { date: showDate(as_of) }),
  ].filter((part) => typeof part === "string");
  const label = t("reader.suggestion.label", { actors, stance: t(`terms.stance.${stance}`) });
  return (
    <article className={classes(styles["card"], styles["suggestion"], isOffered && styles["offered"])} aria-label={label}>
      <div className={styles["line"]}>
        <b>{t("reader.suggestion.title")}</b>
        <span className="muted" id={id}>{actors}</span>
      </div>
      <div className={styles["line"]}>
        <Stance stance={stance} />
        {issue !== undefined && <span className="muted">{`· ${t("reader.suggestion.on", { issue })}`}</span>}
        <span className="grow" />
        <Button size="small" keys={isOffered ? "Y" : undefined} aria-describedby={id} onPress={onTake}>{t("reader.suggestion.take")}</Button>
        <Button size="small" look="quiet" keys={isOffered ? "N" : undefined} aria-describedby={id} onPress={onDismiss}>{t("reader.suggestion.dismiss")}</Button>
      </div>
      {details.length > 0 && <p>{details.join(" · ")}</p>}
    </article>
  );
}
