import { useState } from "react";
import { Button as FitButton } from "react-aria-components/Button";
import type { NoteId, Paper } from "../../api/generated";
import type { CommandError } from "../../api/client";
import { Bar } from "../../design/Bar";
import { EmptyState } from "../../design/EmptyState";
import { IconButton } from "../../design/IconButton";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { useRemembered } from "../../lib/remember";
import { ExportButton } from "./ExportButton";
import styles from "./PagesPane.module.css";
import type { ShownPages } from "./usePages";

const FIT = 0;
const STEPS = [0.35, 0.5, 0.6, 0.71, 0.85, 1, 1.25, 1.5, 2, 3];

/** The pages as they will leave the building, beside what is written. */
export function PagesPane({ note, title, paper, shown, error, isRefreshing, beforeExport }: {
  note: NoteId;
  title: string;
  paper: Paper;
  shown: ShownPages | undefined;
  error: CommandError | null;
  isRefreshing: boolean;
  beforeExport: () => Promise<void>;
}) {
  const [zoom, setZoom] = useRemembered("notes.zoom", FIT);
  const [width, setWidth] = useState(0);
  const pages = shown?.pages ?? [];
  const widest = Math.max(1, ...pages.map((page) => page.width));
  const scale = zoom === FIT ? Math.max(0.2, (width - 48) / widest) : zoom;
  return (
    <section className={styles["pane"]} aria-label={t("notes.pages.label")}>
      <Bar title={t("notes.pages.title")}>
        <span className={styles["brief"]}>{t("notes.pages.brief", { count: pages.length, paper: t(`notes.pages.paper.${paper}`) })}</span>
        <span className={styles["fresh"]} role="status">{t(isRefreshing ? "notes.pages.refreshing" : "notes.pages.upToDate")}</span>
        <span className="grow" />
        <IconButton icon="minus" size="small" label={t("notes.pages.smaller")} onPress={() => setZoom(STEPS.findLast((step) => step < scale - 0.01) ?? STEPS[0] ?? 1)} />
        <Percent percent={Math.round(scale * 100)} onPress={() => setZoom(FIT)} />
        <IconButton icon="plus" size="small" label={t("notes.pages.larger")} onPress={() => setZoom(STEPS.find((step) => step > scale + 0.01) ?? 3)} />
        <ExportButton note={note} title={title} before={beforeExport} />
      </Bar>
      {/* The keys scroll what the pointer can scroll. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <div className={styles["desk"]} role="group" tabIndex={0} aria-label={t("notes.pages.label")} ref={(element) => watchWidth(element, setWidth)}>
        {error !== null && <ErrorNotice problem={error} />}
        {shown !== undefined && pages.length === 0 && <EmptyState title={t("notes.pages.none")} />}
        {pages.map((page, index) => (
          <img
            key={index}
            className={styles["page"]}
            src={page.url}
            alt={t("notes.pages.page", { number: index + 1, total: pages.length })}
            style={{ width: page.width * scale, height: page.height * scale }}
          />
        ))}
      </div>
    </section>
  );
}

function Percent({ percent, onPress }: { percent: number; onPress: () => void }) {
  return (
    <FitButton aria-label={`${t("notes.pages.percent", { count: percent })}, ${t("notes.pages.fit")}`} className={styles["percent"] ?? ""} onPress={onPress}>
      {t("notes.pages.percent", { count: percent })}
    </FitButton>
  );
}

function watchWidth(element: HTMLElement | null, tell: (width: number) => void): (() => void) | undefined {
  if (element === null) return undefined;
  const watch = new ResizeObserver(() => tell(element.clientWidth));
  watch.observe(element);
  return () => watch.disconnect();
}
