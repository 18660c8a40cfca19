import type { ReactElement } from "react";
import type { Band } from "../../api/generated";
import { t } from "../../i18n";
import { BANDS } from "./alignment";
import styles from "./Alignment.module.css";

// The shapes of the stances without their signs: round for together, square for apart, filled at either end.
const SHAPES: Record<Band, ReactElement> = {
  together: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  near: <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  between: <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  away: <rect x="1.7" y="1.7" width="8.6" height="8.6" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  apart: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
};

/** The shape of a band; beside it the figure or the word must stand. */
export function AgreementMark({ band }: { band: Band }) {
  return <svg className={styles["mark"]} viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">{SHAPES[band]}</svg>;
}

/** What the shapes mean. */
export function AlignmentLegend() {
  return (
    <ul className={styles["legend"]} aria-label={t("positions.alignment.legend")}>
      {BANDS.map((band) => (
        <li key={band} className={styles[band]}>
          <AgreementMark band={band} />
          {t(`positions.alignment.band.${band}`)}
        </li>
      ))}
      <li className="muted">{t("positions.alignment.small")}</li>
    </ul>
  );
}
