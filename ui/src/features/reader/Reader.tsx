import { lazy, Suspense, useEffect, useState } from "react";
import type { SourceText } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { KeyBar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { ErrorNotice } from "../../design/Notice";
import { Tabs } from "../../design/Tabs";
import { reopen, useReopened } from "../../design/useDraft";
import { t } from "../../i18n";
import { focusHome } from "../../lib/focus";
import { useAllowedKeys, useShortcuts } from "../../lib/keys";
import { goTo } from "../../lib/place";
import { useRemembered } from "../../lib/remember";
import { FindBar, placesOf } from "./FindBar";
import { whoseInitials } from "./guess";
import type { Mark } from "./marks";
import { NewNames } from "./NewNames";
import { isPaged } from "./pages/isPaged";
import { ReadingView } from "./ReadingView";
import styles from "./Reader.module.css";
import { SourceDetails } from "./SourceDetails";
import { SourceMenu } from "./SourceMenu";
import { TextSheet } from "./TextSheet";
import { aboutMemo, useReading } from "./useReading";
import { aboutWithdrawing, WithdrawDialog } from "./WithdrawDialog";

// What draws PDFs is large, and read in with the first one.
const PagesSheet = lazy(async () => ({ default: (await import("./pages/PagesSheet")).PagesSheet }));

type View = "text" | "pages";

/** Reads one source. */
export function Reader({ id, isRead, excerpt }: { id: string; isRead: boolean; excerpt: string | undefined }) {
  const { data, error } = useRead("source_get", { id });
  const { mutate: markRead } = useAct("source_mark_read");
  const shown = data?.source.id;
  useEffect(() => {
    if (shown !== undefined && !isRead) markRead({ id: shown });
  }, [shown, isRead, markRead]);
  if (error !== null) {
    return <div className={styles["problem"]}>{error.code === "not_found" ? <EmptyState title={t("sources.gone")} /> : <ErrorNotice problem={error} />}</div>;
  }
  return data === undefined ? <div className={styles["problem"]} aria-busy="true" /> : <LoadedReader key={`${data.source.id}.${data.source.text}`} loaded={data} excerpt={excerpt} />;
}

function LoadedReader({ loaded, excerpt }: { loaded: SourceText; excerpt: string | undefined }) {
  const hasPages = isPaged(loaded.source) && loaded.structure.pages.length > 0;
  const [preferred, prefer] = useRemembered<View>("reader.view", "pages");
  const view = hasPages ? preferred : "text";
  const [isOnDetails, setOnDetails] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const [query, setQuery] = useState("");
  const [isWithdrawing, setWithdrawing] = useState(false);
  const hasLetters = useAllowedKeys()("J");
  const reading = useReading(loaded, excerpt);
  const { source, text, rows, choose, setOpen } = reading;
  const { suggestions, newNames, next, add, addAll, dismissName } = reading.offers;
  const places = isFinding ? placesOf(text, query) : [];
  const found = places.map((place): Mark => ({ ...place, look: "found" }));
  const openFind = () => {
    setOnDetails(false);
    setFinding(true);
  };
  const closeFind = () => {
    setFinding(false);
    setQuery("");
    focusHome();
  };
  const addDate = () => {
    setOnDetails(true);
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>("[data-part=published] input")?.focus());
  };
  const toSuggestion = () => {
    setOnDetails(false);
    next(0);
  };
  useShortcuts(t("reader.keys.area"), [{ keys: "Ctrl F", label: t("reader.find"), run: openFind }]);
  useShortcuts(t("reader.keys.area"), [{ keys: "G", label: t("reader.suggestion.nextLong"), run: toSuggestion }], isOnDetails && suggestions.length > 0);
  useEffect(() => {
    if (excerpt !== undefined) choose(excerpt);
    // Only when one is sent to an excerpt; what is chosen afterwards is the reader's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [excerpt]);
  useReopened([aboutWithdrawing(source.id)], () => setWithdrawing(true));
  // After what one is sent to, which would close it.
  useReopened(rows.map((row) => aboutMemo(row.excerpt.id)), (about) => {
    setOnDetails(false);
    const row = rows.find((each) => aboutMemo(each.excerpt.id) === about);
    if (row !== undefined) choose(row.excerpt.id);
    setOpen({ kind: "memo" });
  });
  const positions = new Set(rows.flatMap((row) => row.positions)).size;

  const panel = (
    <>
      {isFinding && <FindBar query={query} onQuery={setQuery} places={places} onGo={reading.select} onClose={closeFind} />}
      <Suspense>
        {view === "text"
          ? <ReadingView reading={reading} found={found} shownExcerpt={excerpt} Sheet={TextSheet} onAddDate={addDate} />
          : <ReadingView reading={reading} found={found} shownExcerpt={excerpt} Sheet={PagesSheet} floats onAddDate={addDate} />}
      </Suspense>
      <KeyBar
        keys={[
          { keys: hasLetters ? ["J", "K"] : ["Alt ↓", "Alt ↑"], label: t("reader.keys.sentence") },
          { keys: [hasLetters ? "Shift J" : "Alt Shift ↓"], label: t("reader.keys.extend") },
          ...(hasLetters ? [] : [{ keys: ["Alt Enter"], label: t("reader.keys.toActs") }]),
          { keys: ["E"], label: t("reader.keys.keep") },
          { keys: ["T"], label: t("reader.keys.tag") },
          { keys: ["M"], label: t("reader.keys.memo") },
        ]}
      >
        <span className="faint">
          {t("reader.foot", { excerpts: t("reader.excerptCount", { count: rows.length }), positions: t("reader.positionCount", { count: positions }) })}
        </span>
      </KeyBar>
    </>
  );
  return (
    <section className={styles["reader"]} aria-label={t("reader.label")}>
      <Tabs
        label={t("reader.tabs")}
        barClass={styles["bar"]}
        chosen={isOnDetails ? "details" : view}
        onChoose={(chosen) => {
          setOnDetails(chosen === "details");
          if (chosen !== "details") prefer(chosen);
        }}
        tabs={[
          ...(hasPages ? [{ id: "pages" as const, label: t("reader.pages.tab"), panel }] : []),
          { id: "text", label: t("reader.text"), panel },
          { id: "details", label: t("reader.details"), panel: <SourceDetails source={source} /> },
        ]}
        end={
          <>
            <Button look="quiet" icon="find" keys="Ctrl F" onPress={openFind}>{t("reader.find")}</Button>
            {suggestions.length > 0 && <Button look="quiet" keys="G" onPress={toSuggestion}>{t("reader.suggestion.count", { count: suggestions.length })}</Button>}
            <NewNames names={newNames} whose={(name) => whoseInitials(name, reading.actors)?.name} onAdd={add} onAddAll={addAll} onDismiss={dismissName} onEmptied={focusHome} />
            <SourceMenu source={source} onWithdraw={() => setWithdrawing(true)} />
          </>
        }
      />
      {/* Not among the tabs, which are drawn once more out of sight. */}
      {isWithdrawing && (
        <WithdrawDialog
          source={source.id}
          onClose={() => setWithdrawing(false)}
          onBringBack={() => {
            goTo({ name: "sources", source: source.id });
            reopen(aboutWithdrawing(source.id));
          }}
        />
      )}
    </section>
  );
}
