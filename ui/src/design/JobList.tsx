import type { ReactNode } from "react";
import { t } from "../i18n";
import { Button } from "./Button";
import { Icon } from "./icons/Icon";
import styles from "./JobList.module.css";

export interface JobItem {
  id: string;
  name: string;
  state: "done" | "failed" | "running";
  /** What stands at the end of the line: how much, what is wrong. */
  note?: ReactNode;
  /** A sentence beneath it, such as why it failed. */
  detail?: string;
  /** What can be given to it, such as a password. */
  form?: ReactNode;
}

const ICONS = { done: "check", failed: "error", running: "drop" } as const;

/** A long job: how far, the items at hand, Cancel, and what Cancel keeps. */
export function JobList({ title, done, total, items, foot, onCancel }: {
  title: string;
  done: number;
  total: number;
  items: readonly JobItem[];
  foot?: string;
  onCancel?: (() => void) | undefined;
}) {
  return (
    <section className={styles["job"]} aria-label={title}>
      <div className="row">
        <b>{title}</b>
        <span className="grow" />
        {onCancel !== undefined && <Button size="small" onPress={onCancel}>{t("common.cancel")}</Button>}
      </div>
      <progress className={styles["progress"]} aria-label={title} value={done} max={Math.max(total, 1)} />
      <ul>
        {items.map((item) => (
          <li key={item.id} className={styles[item.state]}>
            <Icon name={ICONS[item.state]} />
            <span className="cut">{item.name}</span>
            <span className={styles["note"]}>{item.note}</span>
            {item.detail !== undefined && <span className={styles["detail"]}>{item.detail}</span>}
            {item.form !== undefined && <div className={styles["detail"]}>{item.form}</div>}
          </li>
        ))}
      </ul>
      {foot !== undefined && <p className="t13 muted">{foot}</p>}
    </section>
  );
}
