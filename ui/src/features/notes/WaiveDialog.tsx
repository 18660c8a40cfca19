import { useState } from "react";
import type { Check, NoteId } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { submitOnCtrlEnter } from "../../lib/keys";

const FORM = "waive";

/** Why something that was pointed out may stay as it is. */
export function WaiveDialog({ note, check, onWaived, onClose }: {
  note: NoteId;
  check: Check | undefined;
  onWaived: (check: Check) => void;
  onClose: () => void;
}) {
  const act = useAct("check_waive");
  const [reason, setReason] = useState("");
  const close = () => {
    setReason("");
    act.reset();
    onClose();
  };
  return (
    <Dialog
      title={t("notes.checks.waiveTitle")}
      isOpen={check !== undefined}
      onClose={close}
      footer={<Button look="primary" type="submit" form={FORM} keys="Ctrl Enter" isDisabled={reason.trim() === "" || act.isPending}>{t("notes.checks.waive")}</Button>}
    >
      <form
        id={FORM}
        style={{ display: "grid", gap: 16 }}
        onKeyDown={submitOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          if (check === undefined || reason.trim() === "") return;
          act.mutate({ note, key: check.key, reason }, {
            onSuccess: () => {
              onWaived(check);
              close();
            },
          });
        }}
      >
        <p>{check?.message}</p>
        {/* The dialog begins with its only field. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <TextField autoFocus lines={3} label={t("notes.checks.reason")} help={t("notes.checks.reasonHelp")} value={reason} onChange={setReason} />
        {act.error !== null && <ErrorNotice problem={act.error} />}
      </form>
    </Dialog>
  );
}
