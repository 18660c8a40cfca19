import { useState } from "react";
import type { Step } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { ErrorNotice } from "../../design/Notice";
import { toast, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { dayOf, showDate } from "../../lib/dates";
import styles from "./HistoryView.module.css";
import { StepRow } from "./StepRow";

const PAGE = 200;

/** Every step that was taken, the latest first, and the way back to any of them. */
export function HistoryView() {
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useRead("history_list", { limit }, { hold: true });
  const going = useAct("history_go_to");
  const taking = useAct("step_take_back");
  const steps = data ?? [];
  const standing = steps.find((step) => step.state === "done")?.seq ?? 0;
  const goTo = (seq: number, name: string) => {
    leadTo(seq);
    going.mutate({ seq }, { onSuccess: () => toast({ text: t(seq > standing ? "history.wentForward" : "history.wentBack", { step: name }) }), onError: toastError });
  };
  const takeBack = (seq: number, name: string) => {
    leadTo(seq);
    taking.mutate({ seq }, { onSuccess: () => toast({ text: t("history.tookBack", { step: name }) }), onError: toastError });
  };
  const days = Map.groupBy(steps, (step) => dayOf(new Date(step.at)));
  return (
    <section className={styles["view"]} aria-label={t("history.title")} tabIndex={-1} data-home="">
      <Bar title={t("history.title")} level={1}>
        <span className="grow" />
        <span className={styles["hint"]}>{t("history.hint")}</span>
      </Bar>
      <div className={styles["scroller"]}>
        {error !== null && <ErrorNotice problem={error} />}
        {data?.length === 0 && <EmptyState title={t("history.empty")}>{t("history.emptyText")}</EmptyState>}
        {[...days].map(([day, ofDay]) => (
          <section key={day} aria-label={showDate(day, "full")}>
            <h2 className={styles["day"]}>{showDate(day, "full")}</h2>
            <ol>
              {ofDay.map((step) => (
                <StepRow key={step.seq} step={step} isLast={step.seq === standing} onGo={() => goTo(step.seq, nameOf(step))} onTakeBack={() => takeBack(step.seq, nameOf(step))} isGoing={going.isPending || taking.isPending} />
              ))}
            </ol>
          </section>
        ))}
        {steps.length >= limit && <div className={styles["more"]}><Button onPress={() => setLimit(limit + PAGE)}>{t("history.more")}</Button></div>}
        {steps.length > 0 && steps.length < limit && (
          <div className={styles["begin"]} data-step={0} tabIndex={-1}>
            <span>{t("history.begin")}</span>
            <span className="grow" />
            {standing > 0 && <Button size="small" onPress={() => goTo(0, t("history.begin"))} isDisabled={going.isPending}>{t("history.beforeAll")}</Button>}
          </div>
        )}
      </div>
    </section>
  );
}

/** Leads the focus to a step: the button that was pressed rests meanwhile, and may be gone afterwards. */
const leadTo = (seq: number): void => document.querySelector<HTMLElement>(`[data-step="${String(seq)}"]`)?.focus({ preventScroll: true });

const nameOf = (step: Step): string => [t(`steps.${step.op}.did`), step.subject].filter((part) => part !== "").join(": ");
