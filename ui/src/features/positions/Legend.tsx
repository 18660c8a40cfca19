import { Icon } from "../../design/icons/Icon";
import { CORNER_MARKS, CornerMark } from "../../design/stance/CornerMark";
import { StanceMark } from "../../design/stance/Stance";
import { STANCES } from "../../design/stance/stances";
import { t } from "../../i18n";
import styles from "./Legend.module.css";

/** What the marks mean, at the foot of the matrix. */
export function Legend() {
  return (
    <ul className={styles["legend"]} aria-label={t("positions.matrix.legend")}>
      {STANCES.map((stance) => (
        <li key={stance}>
          <StanceMark stance={stance} />
          {t(`terms.stanceShort.${stance}`)}
        </li>
      ))}
      <li className="grow" aria-hidden="true" />
      {CORNER_MARKS.map((mark) => <li key={mark}><CornerMark mark={mark} named /></li>)}
      <li><Icon name="quote" size={12} />{t("positions.matrix.quotesLegend")}</li>
    </ul>
  );
}
