import { useEffect, useEffectEvent } from "react";
import { useAct, useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { JobList, type JobItem } from "../../design/JobList";
import { toast, toastDone, toastError } from "../../design/toasts";
import type { Imported, Job, RefusedFile } from "../../api/generated";
import { t } from "../../i18n";
import { rememberPassword } from "../../lib/passwords";
import { goTo } from "../../lib/place";
import styles from "./ImportJobs.module.css";
import { footOf, runningNote, titleOf } from "./jobWords";
import { UnlockForm } from "./UnlockForm";

/** Imports under way: how far, the file at hand, what did not come in and why. Ended ones stay while there is something to read. */
export function ImportJobs() {
  const jobs = useRead("job_list", {}).data ?? [];
  const cancelling = useAct("job_cancel");
  const dismissing = useAct("job_dismiss");
  const attaching = useAct("import_attachments");
  const retrying = useAct("import_as_text");
  const unlocking = useAct("import_unlock");
  const acts: Acts = {
    attach: (source) => attaching.mutate({ id: source }, { onError: toastError }),
    retry: (job, number) => retrying.mutate({ job, number }, {
      onSuccess: ({ source }) => toastDone(t("sources.addedOne", { title: source.title })),
      onError: toastError,
    }),
    unlock: (job, { number, scan }, password) => unlocking.mutateAsync({ job, number, password }).then(({ source }) => {
      // Of a scan that is in already it is not known yet whether that was its password.
      if (scan !== null) return;
      // The pages open with it too, for as long as the window lives.
      rememberPassword(source.original, password);
      toastDone(t("sources.addedOne", { title: source.title }));
    }),
    isBusy: retrying.isPending,
  };
  // What came in whole needs no list: a toast says so, and a single document opens.
  const smooth = jobs.find((job) => job.ended && !job.cancelled && job.refused.length === 0 && job.told.every(isPlain));
  const settle = useEffectEvent((job: Job) => {
    dismissing.mutate({ id: job.id });
    const only = job.imported === 1 ? job.told[0] : undefined;
    const [recognised] = job.recognised;
    if (job.imported === 0) {
      if (recognised !== undefined) toastDone(t("sources.jobs.recognisedOne", { title: recognised.title }));
      return;
    }
    if (only === undefined) {
      toast({ text: titleOf(job) });
      return;
    }
    goTo({ name: "sources", source: only.source.id });
    if (only.known) toast({ text: t("sources.known", { title: only.source.title }) });
    else toastDone(t("sources.addedOne", { title: only.source.title }));
  });
  const smoothId = smooth?.id;
  useEffect(() => {
    if (smooth !== undefined) settle(smooth);
    // Once for each job; the same job read again is no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [smoothId]);
  if (jobs.length === 0 || (jobs.length === 1 && smooth !== undefined)) return null;
  return (
    <div className={styles["jobs"]}>
      {jobs.map((job) => (
        <div key={job.id} className={styles["job"]}>
          <JobList
            title={titleOf(job)}
            done={job.pages?.done ?? job.done}
            total={job.pages?.total ?? job.total}
            items={itemsOf(job, acts)}
            {...(job.ended ? {} : { foot: footOf(job), onCancel: () => cancelling.mutate({ id: job.id }, { onError: toastError }) })}
          />
          {job.ended && <Button size="small" look="quiet" onPress={() => dismissing.mutate({ id: job.id })}>{t("sources.jobs.dismiss")}</Button>}
        </div>
      ))}
    </div>
  );
}

interface Acts {
  attach: (source: string) => void;
  retry: (job: string, number: number) => void;
  unlock: (job: string, file: RefusedFile, password: string) => Promise<void>;
  isBusy: boolean;
}

/** Whether there is nothing to say of it but that it is in. */
const isPlain = ({ attachments, alike }: Imported): boolean => attachments === 0 && alike === null;

function itemsOf(job: Job, acts: Acts): JobItem[] {
  const done = job.told.map(({ source, known, attachments, alike }): JobItem => ({
    id: source.id,
    name: source.title,
    state: "done",
    note: (
      <>
        {attachments > 0 && <Button look="link" size="small" onPress={() => acts.attach(source.id)}>{t("sources.jobs.attachments", { count: attachments })}</Button>}{" "}
        <Button look="link" size="small" onPress={() => goTo({ name: "sources", source: source.id })}>
          {known ? t("sources.jobs.known") : t("sources.jobs.open")}
        </Button>
      </>
    ),
    ...(alike === null ? {} : { detail: t("sources.jobs.alike", { share: alike.likeness, title: alike.title }) }),
  }));
  const recognised = job.recognised.filter(({ id }) => !job.told.some(({ source }) => source.id === id)).map((source): JobItem => ({
    id: source.id,
    name: source.title,
    state: "done",
    note: t("sources.jobs.recognised"),
  }));
  const failed = job.refused.map((refused): JobItem => itemOfRefused(job, refused, acts));
  const running: JobItem[] = job.current === null ? [] : [{ id: "running", name: job.current, state: "running", note: runningNote(job) }];
  return [...failed, ...done, ...recognised, ...running];
}

function itemOfRefused(job: Job, refused: RefusedFile, acts: Acts): JobItem {
  const { number, file, error, as_text, locked } = refused;
  return {
    id: String(number),
    name: file,
    state: "failed",
    detail: `${error.message} ${error.hint}`.trim(),
    ...(locked && job.ended ? { form: <UnlockForm file={file} onUnlock={(password) => acts.unlock(job.id, refused, password)} /> } : {}),
    ...(as_text && job.ended
      ? { note: <Button look="link" size="small" isDisabled={acts.isBusy} aria-label={t("sources.jobs.asTextNamed", { file })} onPress={() => acts.retry(job.id, number)}>{t("sources.jobs.asText")}</Button> }
      : {}),
  };
}
