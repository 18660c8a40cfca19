import { useState } from "react";
import { IconButton } from "../../design/IconButton";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import type { Stretch } from "../../lib/text";
import styles from "./FindBar.module.css";

/** More than this nobody steps through, and drawing them would cost. */
const MOST = 2000;

/** The places of the words in the text, without regard to case. */
export function placesOf(text: string, sought: string): Stretch[] {
  if (sought.trim() === "") return [];
  const pattern = new RegExp(sought.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
  const places: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    places.push({ start: match.index, end: match.index + match[0].length });
    if (places.length === MOST) break;
  }
  return places;
}

/** Finds words in the one source. Enter goes on, Shift Enter back, Esc closes. */
export function FindBar({ query, onQuery, places, onGo, onClose }: {
  query: string;
  onQuery: (query: string) => void;
  places: readonly Stretch[];
  onGo: (place: Stretch) => void;
  onClose: () => void;
}) {
  const [at, setAt] = useState(-1);
  const go = (by: 1 | -1) => {
    if (places.length === 0) return;
    const next = (at + by + places.length) % places.length;
    setAt(next);
    const place = places[next];
    if (place !== undefined) onGo(place);
  };
  return (
    <search className={styles["bar"]}>
      <TextField
        bare
        icon="find"
        label={t("reader.findPlaceholder")}
        placeholder={t("reader.findPlaceholder")}
        // The bar was opened to type in.
        // eslint-disable-next-line jsx-a11y-x/no-autofocus
        autoFocus
        value={query}
        onChange={(next) => {
          setAt(-1);
          onQuery(next);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") onClose();
          else event.continuePropagation();
        }}
      />
      <span className={styles["count"]} role="status">
        {query.trim() === "" ? "" : places.length === 0 ? t("reader.findNone") : t("reader.findCount", { at: at + 1, count: places.length })}
      </span>
      <IconButton icon="left" label={t("reader.findPrevious")} keys="Shift Enter" size="small" onPress={() => go(-1)} />
      <IconButton icon="right" label={t("reader.findNext")} keys="Enter" size="small" onPress={() => go(1)} />
      <IconButton icon="close" label={t("common.close")} keys="Esc" size="small" onPress={onClose} />
    </search>
  );
}
