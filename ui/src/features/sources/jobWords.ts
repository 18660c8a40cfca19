import type { Job } from "../../api/generated";
import { t } from "../../i18n";

/** What an import is called: what it is at, or what came of it. */
export function titleOf(job: Job): string {
  const files = job.total - job.scans;
  if (job.pages !== null) return t("sources.jobs.recognising");
  const isOfScans = job.scans > 0 && files === 0;
  if (!job.ended) return isOfScans ? t("sources.jobs.recognising") : t("sources.jobs.importing", { at: Math.min(job.done + 1, files), total: files });
  if (isOfScans) return titleOfScans(job);
  // A scan whose words were not recognised is in all the same.
  const missed = job.refused.filter(({ scan }) => scan === null).length;
  if (job.cancelled && job.imported + missed < files) return t("sources.jobs.stopped", { done: job.imported, total: files });
  if (job.imported === 0) return t("sources.jobs.none");
  if (job.known === job.imported && missed === 0) return t("sources.jobs.allKnown", { count: job.known });
  const known = job.known === 0 ? "" : `; ${t("sources.jobs.knownToo", { count: job.known })}`;
  return arrived(job, missed) + known;
}

const arrived = (job: Job, missed: number): string =>
  missed === 0 ? t("sources.jobs.imported", { count: job.imported }) : t("sources.jobs.importedSome", { count: job.imported, missed });

/** How it ended where all were in already and their words were to be recognised. */
function titleOfScans(job: Job): string {
  if (job.cancelled) return t("sources.jobs.stoppedScans");
  return job.recognised.length === 0 ? t("sources.jobs.noneRecognised") : t("sources.jobs.recognisedMany", { count: job.recognised.length });
}

/** What Cancel keeps, and what is not shown until it is over. */
export function footOf(job: Job): string {
  const keeps = job.pages === null ? t("sources.jobs.keeps", { count: job.imported }) : t("sources.jobs.keepsScans");
  const more = job.missed - job.refused.length;
  return more > 0 ? `${t("sources.jobs.moreMissed", { count: more })} ${keeps}` : keeps;
}

/** What is done to the file at hand. */
export function runningNote({ pages }: Job): string {
  if (pages === null) return t("sources.jobs.reading");
  return pages.total === 0 ? t("sources.jobs.looking") : t("sources.jobs.recognisingPage", { at: Math.min(pages.done + 1, pages.total), total: pages.total });
}
