import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icons/Icon";
import styles from "./Notice.module.css";

const ICONS = { info: "info", warning: "warn", error: "error" } as const;

/** A sentence with its icon: information, warning or error. Errors are spoken at once. */
export function Notice({ kind = "info", children }: { kind?: "info" | "warning" | "error"; children: ReactNode }) {
  return (
    <div className={classes(styles["notice"], styles[kind])} role={kind === "error" ? "alert" : undefined}>
      <Icon name={ICONS[kind]} />
      <div>{children}</div>
    </div>
  );
}

/** What happened, and what to do next; `action` settles it where one act can. */
export function ErrorNotice({ problem, action }: { problem: { message: string; hint?: string | null | undefined }; action?: ReactNode }) {
  return (
    <Notice kind="error">
      <b>{problem.message}</b> {problem.hint} {action}
    </Notice>
  );
}
