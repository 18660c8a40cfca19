import { useEffect, useEffectEvent } from "react";
import { t } from "../i18n";
import { createStore, useStorePart } from "../lib/store";
import { toast, toastUnlessOffered } from "./toasts";

/** What is written in forms and not saved, by what each form is about. It outlives the form, and comes back with it. */
const drafts = createStore<ReadonlyMap<string, object>>(new Map());

function put(about: string, written: object | undefined): void {
  const all = new Map(drafts.get());
  all.delete(keyOf(about));
  if (written !== undefined) all.set(keyOf(about), written);
  drafts.set(all);
}

let dossier = "";

/** Which dossier they are about. */
export function draftsAreOf(id: string): void {
  dossier = id;
}

const keyOf = (about: string): string => `${dossier} ${about}`;

/** Whether something is written about this and not saved. */
export const useHasDraft = (about: string): boolean => useStorePart(drafts, () => hasDraft(about));

export const hasDraft = (about: string): boolean => drafts.get().has(keyOf(about));

/** What was written last of the things whose names begin so. */
export const lastDraft = (beginning: string): string | undefined => [...drafts.get().keys()].findLast((key) => key.startsWith(keyOf(beginning)))?.slice(keyOf("").length);

/** It is saved. */
export const dropDraft = (about: string): void => put(about, undefined);

/** What is to be opened again in a place that may only be about to appear. */
const wanted = createStore<string | undefined>(undefined);

/** Has the form opened again that is about this, as soon as it can be. */
export const reopen = (about: string): void => wanted.set(keyOf(about));

/** Opens what is to be opened again, if it is about one of these. */
export function useReopened(abouts: readonly string[], open: (about: string) => void): void {
  const about = useStorePart(wanted, (key) => abouts.find((each) => keyOf(each) === key));
  const go = useEffectEvent(open);
  useEffect(() => {
    if (about === undefined) return;
    wanted.set(undefined);
    go(about);
  }, [about]);
}

/**
 * What is written in a form. It stays when the form goes without having been saved or left, and that is said; where the form is
 * left, `bringBack` opens it again for whoever did not mean it.
 */
export function useDraft<T extends object>(about: string, bringBack: () => void) {
  const written = useStorePart(drafts, (all) => all.get(keyOf(about))) as Partial<T> | undefined;
  const going = useEffectEvent(() => {
    // Its fields go after it, and may have something to add.
    setTimeout(() => hasDraft(about) && toastUnlessOffered({ text: t("common.draftKept") }));
  });
  useEffect(() => () => going(), []);
  const nothing: Partial<T> = {};
  return {
    written: written ?? nothing,
    write: (part: (before: Partial<T>) => Partial<T>) => {
      const before = (drafts.get().get(keyOf(about)) ?? {}) as Partial<T>;
      put(about, { ...before, ...part(before) });
    },
    /** The form is left: what is written goes, but can be had back for a moment. */
    leave: () => {
      if (written === undefined) return;
      dropDraft(about);
      const back = () => {
        // What has been written since is not overwritten.
        if (!hasDraft(about)) put(about, written);
        bringBack();
      };
      toast({ text: t("common.draftDropped"), action: { label: t("common.bringBack"), run: back }, isOnlyHere: true });
    },
  };
}
