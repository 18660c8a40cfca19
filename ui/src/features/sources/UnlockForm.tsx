import { useState } from "react";
import { asCommandError } from "../../api/client";
import { Button } from "../../design/Button";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import styles from "./ImportJobs.module.css";

/** Asks for the password of a file that came in locked; a wrong one says so and can be typed again. */
export function UnlockForm({ file, onUnlock }: { file: string; onUnlock: (password: string) => Promise<void> }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const unlock = async () => {
    setBusy(true);
    try {
      await onUnlock(password);
    } catch (thrown) {
      const { message, hint } = asCommandError(thrown);
      setProblem(`${message} ${hint ?? ""}`.trim());
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles["unlock"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== "" && !isBusy) void unlock();
      }}
    >
      <TextField
        bare
        size="small"
        type="password"
        label={t("sources.jobs.password", { file })}
        placeholder={t("sources.jobs.passwordPlaceholder")}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setProblem(undefined);
        }}
        error={problem}
      />
      <Button size="small" type="submit" isDisabled={isBusy}>{t("sources.jobs.unlock")}</Button>
    </form>
  );
}
