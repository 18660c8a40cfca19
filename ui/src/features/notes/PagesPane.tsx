import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button as FitButton } from "react-aria-components/Button";
import type { BlockId, NoteId, Paper } from "../../api/generated";
import type { CommandError } from "../../api/client";
import { Bar } from "../../design/Bar";
import { classes } from "../../design/classes";
import { useCommands } from "../../design/commands";
import { EmptyState } from "../../design/EmptyState";
import { IconButton } from "../../design/IconButton";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { useShortcuts } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import { ExportButton } from "./ExportButton";
import { topBlock, useLastField, watchTop } from "./fields";
import { PageView } from "./PageView";
import { partToShow, type Part } from "./partToShow";
import { Present } from "./Present";
import styles from "./PagesPane.module.css";
import { focusBlock } from "./useOpenNote";
import { sheetSeen, useMiddleKept } from "./useMiddleKept";
import { useNear } from "./useNear";
import type { ShownPage, ShownPages } from "./usePages";

const FIT = 0;
/** The width of a page before there is one, in points. */
const A4 = 595;
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
  const [isTwoUp, setTwoUp] = useRemembered("notes.twoUp", false);
  const [width, setWidth] = useState(0);
  const pages = shown?.pages ?? [];
  const across = isTwoUp ? 2 : 1;
  // A page that lies on its side is fitted by itself, so that the others do not grow small with it.
  const scaleOf = (page: ShownPage | undefined) => (zoom === FIT ? Math.max(0.2, (width - 32 - 16 * across) / ((page?.width ?? A4) * across)) : zoom);
  const scale = scaleOf(pages[0]);
  const current = useLastField()?.block;
  const desk = useRef<HTMLDivElement>(null);
  // A press on a page moves the editor, and not the page under the pointer.
  const pressedAt = useRef(-Infinity);
  const [presented, setPresented] = useState<number | undefined>();
  const follow = useEffectEvent((wanted: BlockId | undefined, isTop: boolean) => {
    const element = desk.current;
    if (element === null || performance.now() - pressedAt.current < PRESS) return;
    // One that runs over a page stands in several places.
    const parts = (shown?.places ?? []).flatMap((place): Part[] => {
      const sheet = place.block === wanted ? element.querySelector<HTMLElement>(`[data-page="${String(place.page)}"]`) : null;
      const own = scaleOf(pages[place.page]);
      return sheet === null ? [] : [{ top: sheet.offsetTop + place.top * own, bottom: sheet.offsetTop + place.bottom * own }];
    });
    const view = { top: element.scrollTop, bottom: element.scrollTop + element.clientHeight };
    const to = isTop ? parts[0] : partToShow(parts, view);
    if (to !== undefined) element.scrollTo({ top: to.top - AIR });
  });
  useEffect(() => follow(current, false), [current]);
  // What one types comes into sight where it is printed.
  const isTyping = useTyping();
  const followTyping = useEffectEvent(() => isTyping() && follow(current, false));
  useEffect(() => void followTyping(), [shown]);
  useEffect(() => watchTop(() => follow(topBlock(), true)), []);
  const keepMiddle = useMiddleKept(desk);
  const zoomTo = (next: number) => {
    if (next === zoom) return;
    keepMiddle();
    setZoom(next);
  };
  const near = useNear(desk, pages.length);
  const go = (block: BlockId) => {
    pressedAt.current = performance.now();
    focusBlock(block);
  };
  const present = () => setPresented(Number(sheetSeen(desk.current)?.dataset["page"] ?? 0));
  useShortcuts(t("notes.title"), [{ keys: "F5", label: t("notes.keys.present"), run: present }]);
  useCommands([{ id: "present", label: t("notes.keys.present"), words: t("notes.words.present"), icon: "screen", keys: "F5", run: present }]);
  return (
    <section className={styles["pane"]} aria-label={t("notes.pages.label")}>
      <Bar className={styles["bar"]} title={t("notes.pages.title")}>
        <span className={styles["brief"]}>{shown !== undefined && t("notes.pages.brief", { count: pages.length, paper: t(`notes.pages.paper.${paper}`) })}</span>
        <span className={styles["fresh"]} role="status">{t(isRefreshing ? "notes.pages.refreshing" : "notes.pages.upToDate")}</span>
        <span className="grow" />
        <IconButton icon="minus" size="small" label={t("notes.pages.smaller")} onPress={() => zoomTo(STEPS.findLast((step) => step < scale - 0.01) ?? STEPS[0] ?? 1)} />
        <Percent percent={Math.round(scale * 100)} onPress={() => zoomTo(FIT)} />
        <IconButton icon="plus" size="small" label={t("notes.pages.larger")} onPress={() => zoomTo(STEPS.find((step) => step > scale + 0.01) ?? 3)} />
        <IconButton
          icon="pages"
          size="small"
          label={t("notes.pages.twoUp")}
          aria-pressed={isTwoUp}
          onPress={() => {
            keepMiddle();
            setTwoUp(!isTwoUp);
          }}
        />
        <IconButton icon="screen" size="small" label={t("notes.pages.present")} isDisabled={pages.length === 0} onPress={present} />
        <ExportButton note={note} title={title} before={beforeExport} />
      </Bar>
      {/* The keys scroll what the pointer can scroll. */}
      <div
        className={classes(styles["desk"], isTwoUp && styles["twoUp"])}
        role="group"
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t("notes.pages.label")}
        ref={(element) => {
          desk.current = element;
          return watchWidth(element, setWidth);
        }}
      >
        {error !== null && <ErrorNotice problem={error} />}
        {shown === undefined && error === null && <p className={styles["setting"]}>{t("notes.pages.setting")}</p>}
        {shown !== undefined && pages.length === 0 && <EmptyState title={t("notes.pages.none")} />}
        {pages.map((page, index) => (
          <PageView
            key={index}
            page={page}
            index={index}
            total={pages.length}
            scale={scaleOf(page)}
            current={page.places.some(({ block }) => block === current) ? current : undefined}
            isNear={near.has(index)}
            onGo={go}
          />
        ))}
      </div>
      <Present pages={pages} start={pages.length === 0 ? undefined : presented} onClose={() => setPresented(undefined)} />
    </section>
  );
}

/** Whether somebody is typing in the note, or was a moment ago: the pages come after the words. */
function useTyping(): () => boolean {
  const typedAt = useRef(-Infinity);
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest("[data-note-field]") !== null) typedAt.current = performance.now();
    };
    document.addEventListener("input", note);
    return () => document.removeEventListener("input", note);
  }, []);
  return () => performance.now() - typedAt.current < TYPING;
}

function Percent({ percent, onPress }: { percent: number; onPress: () => void }) {
  return (
    <FitButton aria-label={`${t("notes.pages.percent", { count: percent })}, ${t("notes.pages.fit")}`} className={styles["percent"] ?? ""} onPress={onPress}>
      {t("notes.pages.percent", { count: percent })}
    </FitButton>
  );
}

/** Air above what is brought into view, in pixels. */
const AIR = 48;
/** How long after a letter somebody counts as typing, in milliseconds. */
const TYPING = 3000;
/** How long after a press on a page the pages stay where they are, in milliseconds: the editor is on its way. */
const PRESS = 600;

function watchWidth(element: HTMLElement | null, tell: (width: number) => void): (() => void) | undefined {
  if (element === null) return undefined;
  const watch = new ResizeObserver(() => tell(element.clientWidth));
  watch.observe(element);
  return () => watch.disconnect();
}
