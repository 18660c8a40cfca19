import type { Excerpt, ExcerptFacts, Verification } from "../../api/generated";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import styles from "./ExcerptDialog.module.css";

const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
const VERIFICATIONS: readonly Verification[] = ["unverified", "verified", "disputed"];
const NONE = "none";

interface Draft {
  memo: string;
  translation: string;
  credibility: number | null;
  verification: Verification;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What the reader says of a passage: a memo, a translation, how credible it is. The source's own words are never touched. */
export function ExcerptDialog({ about, excerpt, onSave, onClose, onBringBack, problem }: {
  /** Its name among what is written and not saved. */
  about: string;
  excerpt: Excerpt;
  onSave: (facts: ExcerptFacts) => void;
  onClose: () => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
  problem: { message: string; hint?: string | undefined } | null;
}) {
  const { marking } = excerpt;
  const { written, write, leave } = useDraft<Draft>(about, onBringBack);
  // What somebody else changes meanwhile stays changed, unless it was written here as well.
  const { memo = excerpt.memo ?? "", translation = excerpt.translation ?? "", credibility = excerpt.credibility, verification = excerpt.verification } = written;
  const cancel = () => {
    leave();
    onClose();
  };
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
      onClose={cancel}
      footer={
        <>
          <Button onPress={cancel}>{t("common.cancel")}</Button>
          <Button look="primary" keys="Ctrl Enter" onPress={save}>{t("common.save")}</Button>
        </>
      }
    >
      <form className={styles["form"]} onKeyDown={saveOnEnter} onSubmit={(event) => event.preventDefault()}>
        <blockquote className={styles["quote"]} dir="auto">{excerpt.quote}</blockquote>
        <TextField
          label={t("reader.excerpt.memo")}
          lines={3}
          // The dialog was opened to write here.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus
          value={memo}
          onChange={(next) => write(() => ({ memo: next }))}
        />
        <TextField label={t("reader.excerpt.translation")} lines={2} value={translation} onChange={(next) => write(() => ({ translation: next }))} />
        <div className={styles["two"]}>
          <Select
            label={t("reader.excerpt.credibility")}
            choices={[{ id: NONE, label: t("reader.excerpt.notJudged") }, ...CREDIBILITIES.map((id) => ({ id, label: t(`reader.excerpt.credibilities.${id}`) }))]}
            value={credibility === null ? NONE : (String(credibility) as (typeof CREDIBILITIES)[number])}
            onChange={(id) => write(() => ({ credibility: id === NONE ? null : Number(id) }))}
          />
          <Select
            label={t("reader.excerpt.verification")}
            choices={VERIFICATIONS.map((id) => ({ id, label: t(`terms.verification.${id}`) }))}
            value={verification}
            onChange={(next) => write(() => ({ verification: next }))}
          />
        </div>
        {problem !== null && <ErrorNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
