import { useState } from "react";
import { Button } from "../../../design/Button";
import { Notice } from "../../../design/Notice";
import { TextField } from "../../../design/TextField";
import { t } from "../../../i18n";
import styles from "./PagesSheet.module.css";

/** The document's pages are locked: asked once for as long as the program runs, and written nowhere. */
export function PasswordForm({ isWrong, onOpen }: { isWrong: boolean; onOpen: (password: string) => void }) {
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState<string | undefined>();
  return (
    <form
      className={styles["locked"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (password === "") return;
        setTried(password);
        onOpen(password);
      }}
    >
      <Notice>{t("reader.pages.locked")}</Notice>
      <TextField
        type="password"
        label={t("reader.pages.password")}
        value={password}
        onChange={setPassword}
        // Said of the one that was tried: while a field has a fault, its form is not sent.
        error={isWrong && password === tried ? t("reader.pages.wrongPassword") : undefined}
      />
      <div><Button look="primary" type="submit" keys="Enter">{t("reader.pages.open")}</Button></div>
    </form>
  );
}
