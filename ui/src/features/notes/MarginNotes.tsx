import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Check } from "../../api/generated";
import { Icon } from "../../design/icons/Icon";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import styles from "./BlockFrame.module.css";
import { iconOf } from "./checkWords";

/** What the checks say about a block, in its margin: a sign, and the sentences when it is pressed. */
export function MarginNotes({ checks }: { checks: readonly Check[] }) {
  const worst = checks.map(({ kind }) => iconOf(kind)).sort((a, b) => (a.look === b.look ? 0 : a.look === "danger" ? -1 : 1))[0];
  const label = t("notes.outline.toLookAt", { count: checks.length });
  return (
    <DialogTrigger>
      <Button className={styles["margin"] ?? ""} aria-label={label} excludeFromTabOrder>
        {worst !== undefined && <Icon name={worst.icon} className={styles[worst.look]} />}
      </Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom start" offset={4}>
        <Dialog aria-label={label} className={styles["notes"] ?? ""}>
          <ul>
            {checks.map((check) => {
              const { icon, look } = iconOf(check.kind);
              return <li key={check.key}><Icon name={icon} className={styles[look]} /><span>{check.message}</span></li>;
            })}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
