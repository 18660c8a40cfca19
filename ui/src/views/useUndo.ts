import { useEffect, useEffectEvent } from "react";
import type { AppState } from "../api/generated";
import { recorded, useAct } from "../api/query";
import { latestIs, stepsAre, toast, toastError } from "../design/toasts";
import { t } from "../i18n";

/** Undo and redo, each named after its step. */
export function useUndo(state: AppState | undefined) {
  const undoing = useAct("undo");
  const redoing = useAct("redo");
  const redo = () => {
    if (state?.redo == null) return;
    redoing.mutate({}, { onSuccess: (step) => toast({ text: t("shell.redone", { step: t(`steps.${step.op}.undo`) }) }), onError: toastError });
  };
  const undo = () => {
    if (state?.undo == null) return;
    undoing.mutate({}, {
      onSuccess: (step) => toast({ text: t("shell.undone", { step: t(`steps.${step.op}.undo`) }), action: { label: t("common.redo"), run: redoLatest, keys: "Ctrl Shift Z" } }),
      onError: toastError,
    });
  };
  const redoLatest = () => redoing.mutate({}, { onError: toastError });
  const undoLatest = useEffectEvent(() => undoing.mutate({}, { onError: toastError }));
  useEffect(() => stepsAre({ undo: () => undoLatest(), recorded }), []);
  const latest = state?.undo?.seq;
  useEffect(() => latestIs(latest), [latest]);
  return { undo, redo };
}
