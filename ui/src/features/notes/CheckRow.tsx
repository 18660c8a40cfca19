import type { ReactNode } from "react";
import type { Check } from "../../api/generated";
import { Button } from "../../design/Button";
import { classes } from "../../design/classes";
import { Icon } from "../../design/icons/Icon";
import { t } from "../../i18n";
import { goTo } from "../../lib/place";
import { iconOf } from "./checkWords";
import styles from "./Checks.module.css";

/** One thing to look at: what it is, and the ways to its place and to what it is about. */
export function CheckRow({ check, number, isCurrent, onShow, children }: { check: Check; number: string; isCurrent: boolean; onShow: () => void; children: ReactNode }) {
  const { icon, look } = iconOf(check.kind);
  const { about, waived } = check;
  return (
    <li className={classes(isCurrent && styles["current"], waived !== null && styles["let"])} aria-current={isCurrent ? "true" : undefined}>
      <Icon name={waived === null ? icon : "check"} className={waived === null ? styles[look] : styles["ok"]} />
      <span>
        {number !== "" && <b className={styles["number"]}>{number}</b>}
        {check.message}
        {waived !== null && <span className={classes("muted", styles["reason"])}> {t("notes.checks.because", { reason: waived.reason })}</span>}
      </span>
      <span className={styles["acts"]}>
        {about?.to === "position" && check.kind !== "orphan" && <Button look="link" aria-label={t("notes.checks.openNamed", { what: check.message })} onPress={() => goTo({ name: "positions", position: about.id })}>{t("common.open")}</Button>}
        {about?.to === "source" && check.kind !== "orphan" && <Button look="link" aria-label={t("notes.checks.openNamed", { what: check.message })} onPress={() => goTo({ name: "sources", source: about.id })}>{t("common.open")}</Button>}
        {check.block !== null && <Button look="link" aria-label={t("notes.checks.showNamed", { what: check.message })} onPress={onShow}>{t("notes.checks.show")}</Button>}
        {children}
      </span>
    </li>
  );
}
