import type { SourceId } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { dropDraft, useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { Impact } from "./Impact";

/** The name of the reason that is written and not given yet. */
export const aboutWithdrawing = (source: SourceId): string => `withdrawing ${source}`;

/** Asks why a source is withdrawn, with what rests on it beneath. */
export function WithdrawDialog({ source, onClose, onBringBack }: {
  source: SourceId;
  onClose: () => void;
  /** Opens it again after it was left. */
  onBringBack: () => void;
}) {
  const about = aboutWithdrawing(source);
  const { written, write, leave } = useDraft<{ reason: string }>(about, onBringBack);
  const { reason = "" } = written;
  const withdrawing = useAct("source_withdraw", () => dropDraft(about));
  const isReady = reason.trim() !== "" && !withdrawing.isPending;
  const cancel = () => {
    leave();
    onClose();
  };
  const withdraw = () =>
    withdrawing.mutate({ id: source, reason: reason.trim() }, {
      onSuccess: () => {
        onClose();
        toastDone(t("sources.details.withdrawn"));
      },
    });
  return (
    <Dialog
      title={t("sources.details.withdraw")}
      width="wide"
      isOpen
      onClose={cancel}
      footer={
        <>
          <Button onPress={cancel}>{t("common.cancel")}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={withdraw}>{t("sources.details.withdraw")}</Button>
        </>
      }
    >
      <TextField
        label={t("sources.details.withdrawReason")}
        // The dialog asks this one thing.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        value={reason}
        onChange={(next) => write(() => ({ reason: next }))}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isReady) withdraw();
          else event.continuePropagation();
        }}
      />
      {withdrawing.error !== null && <ErrorNotice problem={withdrawing.error} />}
      {/* Whoever goes to look at one of them finds what was written here. */}
      <Impact source={source} onLeave={onClose} />
    </Dialog>
  );
}
