import { useEffect, useRef } from "react";
import { Icon } from "../../design/icons/Icon";
import { Kbd } from "../../design/Kbd";
import { Marked } from "../../design/Marked";
import { t } from "../../i18n";
import styles from "./SearchBox.module.css";
import type { Found } from "./useFound";

/** What can be done and what was found, as one list that the arrow keys run through. */
export function SearchResults({ id, query, kept, doing, found, active, onRun, more, sentence }: {
  id: string;
  query: string;
  kept: readonly Found[];
  doing: readonly Found[];
  found: readonly Found[];
  active: number;
  onRun: (entry: Found) => void;
  /** Said after the last where not all that was found is shown. */
  more: string | undefined;
  /** Said where nothing was found. */
  sentence: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const entry = (each: Found, index: number) => (
    <Entry key={each.id} id={`${id}-${String(index)}`} entry={each} query={query} isActive={index === active} onRun={onRun} />
  );
  return (
    <div className={styles["results"]} ref={list}>
      {kept.length + doing.length + found.length > 0 && (
      <div role="listbox" id={`${id}-list`} aria-label={t("search.results")}>
        {kept.length > 0 && (
          <div role="group" aria-label={t("search.saved.heading")}>
            <div className={styles["heading"]} aria-hidden="true">{t("search.saved.heading")}</div>
            {kept.map(entry)}
          </div>
        )}
        {doing.length > 0 && (
          <div role="group" aria-label={t("search.do")}>
            <div className={styles["heading"]} aria-hidden="true">{t("search.do")}</div>
            {doing.map((each, index) => entry(each, kept.length + index))}
          </div>
        )}
        {found.length > 0 && (
          <div role="group" aria-label={t("search.find")}>
            <div className={styles["heading"]} aria-hidden="true">{t("search.find")}</div>
            {found.map((each, index) => entry(each, kept.length + doing.length + index))}
          </div>
        )}
      </div>
      )}
      {more !== undefined && <p className={styles["sentence"]} role="status">{more}</p>}
      {found.length === 0 && (
        <>
          <div className={styles["heading"]}>{t("search.find")}</div>
          <p className={styles["sentence"]}>{sentence}</p>
        </>
      )}
    </div>
  );
}

function Entry({ id, entry, query, isActive, onRun }: { id: string; entry: Found; query: string; isActive: boolean; onRun: (entry: Found) => void }) {
  return (
    // The field above takes the keys, as the combobox pattern has it.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles["entry"]}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onRun(entry)}
    >
      <Icon name={entry.icon} />
      <span className={styles["words"]}>
        <span className="cut"><Marked text={entry.label} sought={query} /></span>
        {entry.snippet !== undefined && (
          <span className={`cut ${styles["snippet"] ?? ""}`}>
            <bdi>{entry.snippet.map((piece, index) => (piece.matched ? <mark key={index}>{piece.text}</mark> : piece.text))}</bdi>
          </span>
        )}
      </span>
      <span className={styles["end"]}>
        {entry.end}
        {entry.keys !== undefined && <Kbd keys={entry.keys} />}
      </span>
    </div>
  );
}
