import { useState } from "react";
import { asCommandError, call } from "../../api/client";
import type { Finding } from "../../api/generated";
import { askWhereToSave } from "../../api/paths";
import { Button } from "../../design/Button";
import { Notice } from "../../design/Notice";
import { toast, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import styles from "./SettingsView.module.css";

/** Keeping the dossier safe: a checked copy elsewhere, and a reading of every byte. */
export function Keeping({ title }: { title: string }) {
  const [findings, setFindings] = useState<readonly Finding[] | undefined>();
  const attempt = (act: () => Promise<void>) => void act().catch((thrown: unknown) => toastError(asCommandError(thrown)));
  const copy = async () => {
    const path = await askWhereToSave({ title: t("settings.copyTitle"), kind: t("settings.copyKind"), suggested_name: title, extension: "standpoint" });
    if (path === undefined) return;
    await call("dossier_copy", { path });
    toast({ text: t("settings.copied") });
  };
  const check = async () => setFindings(await call("dossier_check", {}));
  return (
    <>
      <div className="row">
        <Button icon="export" onPress={() => attempt(copy)}>{t("settings.copy")}</Button>
        <Button icon="check" onPress={() => attempt(check)}>{t("settings.check")}</Button>
      </div>
      <div role="status" className={styles["findings"]}>
        {findings?.length === 0 && <Notice>{t("settings.sound")}</Notice>}
        {findings !== undefined && findings.length > 0 && (
          <Notice kind="error">
            <b>{t("settings.unsound")}</b>
            {findings.map(({ sentence }) => <p key={sentence}>{sentence}</p>)}
          </Notice>
        )}
      </div>
    </>
  );
}
