import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../../design/Button";
import { DateField } from "../../design/DateField";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import styles from "./Toolbar.module.css";

/** The day the matrix is drawn for: today, or any day before, when it shows what stood then. */
export function AsOfButton({ asOf, isToday, onChange }: { asOf: string; isToday: boolean; onChange: (day: string | undefined) => void }) {
  return (
    <DialogTrigger>
      <Button look="quiet" size="small" icon="history">{t("positions.filter.asOf", { date: showDate(asOf, "full") })}</Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom start" offset={4}>
        <Dialog className={styles["asOf"] ?? ""} aria-label={t("positions.filter.asOfField")}>
          <DateField label={t("positions.filter.asOfField")} value={asOf} onChange={(day) => onChange(day === "" ? undefined : day)} />
          <Button isDisabled={isToday} onPress={() => onChange(undefined)}>{t("positions.filter.today")}</Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
