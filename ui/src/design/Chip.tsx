import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { t } from "../i18n";
import styles from "./Chip.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons/Icon";

/** A small fact, or, with `onRemove`, something chosen that can be taken away. */
export function Chip({ children, icon, chosen = false, onRemove }: {
  children: string;
  icon?: IconName;
  chosen?: boolean;
  onRemove?: () => void;
}) {
  return (
    <span className={classes(styles["chip"], chosen && styles["chosen"])}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      <span className="cut">{children}</span>
      {onRemove !== undefined && (
        <Button className={styles["remove"] ?? ""} aria-label={t("common.removeNamed", { name: children })} onPress={onRemove} excludeFromTabOrder>
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  );
}

/** A handling marking, such as OFFICIAL-SENSITIVE, or its portion mark. `title` says the whole when shortened. */
export function Marking({ children, title }: { children: ReactNode; title?: string }) {
  return <span className={styles["marking"]} title={title}>{children}</span>;
}

/** Reliability and credibility, such as B2. */
export function Grade({ children, title }: { children: ReactNode; title?: string }) {
  return <span className={styles["grade"]} title={title}>{children}</span>;
}
