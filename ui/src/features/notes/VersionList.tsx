import type { NoteVersion } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import styles from "./VersionsDialog.module.css";

/** What was kept of a note: what it was called, when, by whom; each can be compared and put back. */
export function VersionList({ versions, chosen, onCompare }: { versions: readonly NoteVersion[]; chosen: string | undefined; onCompare: (id: string) => void }) {
  const restore = useAct("version_restore");
  if (versions.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label={t("notes.versions.list")}>
      {versions.map((version) => {
        const name = version.kind === "cleared" ? t("notes.versions.clearedBy", { by: version.name }) : version.kind === "carried_over" ? t("notes.versions.carriedOver", { from: version.name }) : version.name;
        return (
          <li key={version.id} aria-current={version.id === chosen ? "true" : undefined}>
            <Icon name={version.kind === "cleared" ? "check" : "history"} />
            <span className="cut"><b>{name}</b></span>
            <span className="t13 muted">{t("notes.list.version", { version: version.version })}</span>
            <span className="t13 muted">{showMoment(version.at)}{version.who === "" ? "" : `, ${version.who}`}</span>
            <span className={styles["rowActs"]}>
              <Button look="link" aria-label={t("notes.versions.compareNamed", { name })} onPress={() => onCompare(version.id)}>{t("notes.versions.compareAct")}</Button>
              <Button
                look="link"
                aria-label={t("notes.versions.restoreNamed", { name })}
                onPress={() => restore.mutate({ id: version.id }, { onSuccess: () => toastDone(t("notes.versions.restored", { name })), onError: toastError })}
              >
                {t("notes.versions.restore")}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
