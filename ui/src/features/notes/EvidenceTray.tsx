import { useRef, useState } from "react";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { Virtualizer } from "react-aria-components/Virtualizer";
import { Button } from "../../design/Button";
import { Grade } from "../../design/Chip";
import { EmptyState } from "../../design/EmptyState";
import { Kbd } from "../../design/Kbd";
import { RowLayout } from "../../design/RowLayout";
import { t } from "../../i18n";
import { focusWhenThere } from "../../lib/focus";
import { spell } from "../../lib/keys";
import { written } from "../../lib/written";
import { cite } from "./cite";
import { DraggedCard } from "./DraggedCard";
import { follow } from "./dragging";
import styles from "./EvidenceTray.module.css";
import { gradeOf, speakerOf } from "./evidenceWords";
import { useFoundExcerpts } from "./found";
import { lastField, useLastField } from "./fields";
import { useSubject } from "./subject";
import type { OpenNote } from "./useOpenNote";
import { toastSaved } from "./toastSaved";
import { TrayField } from "./TrayField";

/** So many are read at first, and whenever somebody comes to the end. */
const STRETCH = 60;
/** The keys that lead from row to row. */
const LEADING = new Set(["↑", "↓", "PageUp", "PageDown", "Home", "End"]);

/** The kept excerpts, ready to be put in: Enter sets one apart as a quotation, Cite refers to it at the caret. */
export function EvidenceTray({ work }: { work: OpenNote }) {
  const tray = useRef<HTMLElement>(null);
  const [sought, setSought] = useState("");
  const canCite = useLastField() !== undefined;
  const about = useSubject(work);
  const { pages, more, isComing } = useFoundExcerpts({ sought, about: [...about] }, STRETCH);
  const shown = pages.flat().map((row) => ({ id: row.excerpt.id, row }));
  const count = [...work.sources.values()].reduce((sum, { excerpts }) => sum + excerpts, 0);
  const quote = (excerpt: string, after = lastField()?.block ?? work.store.get().blocks.at(-1)?.id ?? null) => {
    work.insert({ kind: "quotation", excerpt }, after);
    void toastSaved(work.store, t("notes.tray.quoted"));
  };
  const goToFirst = () => {
    const list = tray.current?.querySelector<HTMLElement>("[role=grid]");
    if (list == null) return;
    list.scrollTop = 0;
    // It is drawn once it is in sight.
    focusWhenThere(() => list.querySelector<HTMLElement>("[role=row][aria-rowindex='1']"), () => list);
  };
  return (
    // Listens on behalf of the list.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <section
      className={styles["tray"]}
      ref={tray}
      aria-label={t("notes.tray.title")}
      // The list leads its focus and brings it into sight, and leaves the key to the browser, which would scroll as well.
      onKeyDown={(event) => {
        if (LEADING.has(spell(event.nativeEvent)) && event.target instanceof Element && event.target.closest("[role=grid]") !== null) event.preventDefault();
      }}
      onFocus={({ target }) => {
        if (target.role === "row") keepInSight(target);
      }}
      // An item of its own at the end of the list would take the focus with it when it goes.
      onScrollCapture={({ target }) => {
        if (target instanceof Element && target.scrollTop + 2 * target.clientHeight > target.scrollHeight) more?.();
      }}
    >
      <div className={styles["bar"]}>
        <h2>{t("notes.tray.title")}</h2>
        <span className="t13 faint">{count}</span>
        <span className="grow" />
        <span className="t13 faint">{t("notes.tray.hint")} <Kbd keys="Enter" /></span>
      </div>
      {count > 6 && (
        <div className={styles["narrow"]}>
          <TrayField sought={sought} onSeek={setSought} isComing={isComing} onTake={() => shown[0] !== undefined && quote(shown[0].id)} onDown={goToFirst} />
        </div>
      )}
      <Virtualizer layout={RowLayout} layoutOptions={{ estimatedRowSize: 104, gap: 8, padding: 8 }}>
        <GridList
          className={styles["list"] ?? ""}
          aria-label={t("notes.tray.title")}
          items={shown}
          onAction={(id) => quote(String(id))}
          renderEmptyState={() => !isComing && <EmptyState title={count === 0 ? t("notes.tray.empty") : t("notes.tray.noMatch")} />}
        >
          {({ row }) => {
            const { excerpt } = row;
            const { who, when } = speakerOf(row, work);
            const source = work.sources.get(excerpt.source)?.source;
            const grade = gradeOf(excerpt, source);
            const start = excerpt.quote.slice(0, 60);
            return (
              <GridListItem id={excerpt.id} textValue={excerpt.quote} className={styles["card"] ?? ""}>
                {/* Dragging is for the pointer; by keyboard Enter puts it in. */}
                <blockquote {...written(excerpt.quote, source?.language)} onPointerDown={(event) => follow(event, excerpt.quote, (after) => quote(excerpt.id, after))}>{excerpt.quote}</blockquote>
                <div className={styles["meta"]}>
                  <b className="cut">{who}</b>
                  <span>{when}</span>
                  <span className="grow" />
                  {grade !== undefined && <Grade>{grade}</Grade>}
                </div>
                <div className={styles["acts"]}>
                  <Button size="small" aria-label={t("notes.tray.quoteNamed", { quote: start })} onPress={() => quote(excerpt.id)}>{t("notes.tray.quote")}</Button>
                  <Button size="small" isDisabled={!canCite} aria-label={t("notes.tray.citeNamed", { quote: start })} onPress={() => cite({ to: "excerpt", id: excerpt.id })}>{t("notes.tray.cite")}</Button>
                </div>
              </GridListItem>
            );
          }}
        </GridList>
      </Virtualizer>
      <DraggedCard />
    </section>
  );
}

/** Rows are as high as was guessed until they have been drawn: those above the one with the focus may move it out of sight again. */
function keepInSight(row: Element): void {
  let frames = FRAMES;
  const stop = new AbortController();
  const look = () => {
    if (frames === 0 || !row.matches(":focus-visible")) stop.abort();
    if (stop.signal.aborted) return;
    frames -= 1;
    row.scrollIntoView({ block: "nearest" });
    requestAnimationFrame(look);
  };
  // Whoever scrolls by themselves looks elsewhere.
  window.addEventListener("wheel", () => stop.abort(), { signal: stop.signal, passive: true });
  look();
}

/** So many frames it takes at most until the rows around one that has come into sight have been measured. */
const FRAMES = 8;
