import type { StepRow as Row } from "../../api/generated";
import { Button } from "../../design/Button";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { showTime } from "../../lib/dates";
import styles from "./HistoryView.module.css";

/** One step: when, what, to what, by whom, whether it still holds. */
export function StepRow({ step, isLast, onGo, onTakeBack, isGoing }: { step: Row; isLast: boolean; onGo: () => void; onTakeBack: () => void; isGoing: boolean }) {
  const note = step.state === "undone" ? t("history.undone") : step.state === "dropped" ? t("history.dropped") : step.state === "quiet" ? t("history.quiet") : "";
  return (
    <li data-step={step.seq} tabIndex={-1} className={classes(styles["step"], (step.state === "undone" || step.state === "dropped") && styles["off"], isLast && styles["here"])} aria-current={isLast ? "step" : undefined}>
      <time dateTime={step.at}>{showTime(step.at)}</time>
      <span className={styles["what"]}>{t(`steps.${step.op}.did`)}</span>
      <span className={`cut ${styles["subject"] ?? ""}`}>{step.subject}</span>
      <span className={styles["note"]}>{isLast ? t("history.now") : note}</span>
      <span className={styles["who"]}>{step.who === "" ? "" : t("history.by", { who: step.who })}</span>
      <span className={styles["go"]}>
        {isLast && <Icon name="check" />}
        {!isLast && step.by_itself && <Button size="small" onPress={onTakeBack} isDisabled={isGoing}>{t("history.takeBack")}</Button>}
        {step.state === "done" && !isLast && <Button size="small" icon="undo" onPress={onGo} isDisabled={isGoing}>{t("history.undoToHere")}</Button>}
        {step.state === "undone" && <Button size="small" icon="redo" onPress={onGo} isDisabled={isGoing}>{t("history.redoToHere")}</Button>}
      </span>
    </li>
  );
}
