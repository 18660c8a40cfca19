import { useState } from "react";
import type { Excerpt, ExcerptFacts, Verification } from "../../api/generated";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import styles from "./ExcerptDialog.module.css";

const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
const VERIFICATIONS: readonly Verification[] = ["unverified", "verified", "disputed"];
const NONE = "none";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What the reader says of a passage: a memo, a translation, how credible it is. The source's own words are never touched. */
export function ExcerptDialog({ excerpt, onSave, onClose, problem }: {
  excerpt: Excerpt;
  onSave: (facts: ExcerptFacts) => void;
  onClose: () => void;
  problem: { message: string; hint?: string | undefined } | null;
}) {
  const { marking } = excerpt;
  const [memo, setMemo] = useState(excerpt.memo ?? "");
  const [translation, setTranslation] = useState(excerpt.translation ?? "");
  const [credibility, setCredibility] = useState(excerpt.credibility);
  const [verification, setVerification] = useState(excerpt.verification);
  const save = () => onSave({ memo: orNull(memo), translation: orNull(translation), credibility, verification, marking });
  const saveOnEnter = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      title={t("reader.excerpt.title")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button look="primary" keys="Ctrl Enter" onPress={save}>{t("common.save")}</Button>
        </>
      }
    >
      <form className={styles["form"]} onKeyDown={saveOnEnter} onSubmit={(event) => event.preventDefault()}>
        <blockquote className={styles["quote"]}>{excerpt.quote}</blockquote>
        <TextField
          label={t("reader.excerpt.memo")}
          lines={3}
          // The dialog was opened to write here.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
          value={memo}
          onChange={setMemo}
        />
        <TextField label={t("reader.excerpt.translation")} lines={2} value={translation} onChange={setTranslation} />
        <div className={styles["two"]}>
          <Select
            label={t("reader.excerpt.credibility")}
            choices={[{ id: NONE, label: t("reader.excerpt.notJudged") }, ...CREDIBILITIES.map((id) => ({ id, label: t(`reader.excerpt.credibilities.${id}`) }))]}
            value={credibility === null ? NONE : (String(credibility) as (typeof CREDIBILITIES)[number])}
            onChange={(id) => setCredibility(id === NONE ? null : Number(id))}
          />
          <Select
            label={t("reader.excerpt.verification")}
            choices={VERIFICATIONS.map((id) => ({ id, label: t(`terms.verification.${id}`) }))}
            value={verification}
            onChange={setVerification}
          />
        </div>
        {problem !== null && <ErrorNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
