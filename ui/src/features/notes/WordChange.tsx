import { Checkbox } from "../../design/Checkbox";
import type { NoteChange, WordRun } from "../../api/generated";
import { t } from "../../i18n";
import styles from "./BringBack.module.css";
import { joined, Words } from "./Words";

/** A block that was changed in Word: what it said beside what it says. */
export function WordChange({ change, isTaken, onTake }: { change: NoteChange; isTaken: boolean; onTake: (isTaken: boolean) => void }) {
  const fate = t(`notes.word.fate.${change.fate}`);
  return (
    <li className={styles["change"]}>
      {change.revision === null ? <p className={styles["fate"]}>{fate}</p> : <Checkbox isSelected={isTaken} onChange={onTake}>{fate}</Checkbox>}
      {change.places !== null && <p className={styles["moved"]} dir="auto">{joined(change.words)}</p>}
      <div className={styles["sides"]}>
        <Side label={t("notes.word.before")} none={t("notes.word.absent")} runs={change.places === null ? change.words.filter(({ stands }) => stands !== "now") : place(change.places.then)} />
        <Side label={t("notes.word.now")} none={t("notes.word.absent")} runs={change.places === null ? change.words.filter(({ stands }) => stands !== "then") : place(change.places.now)} />
      </div>
      {change.changed_here && <p className={styles["notice"]}>{t(change.places === null ? "notes.word.changedHere" : "notes.word.movedHere")}</p>}
      {change.fate === "drawn" && <p className={styles["notice"]}>{t("notes.word.drawn")}</p>}
    </li>
  );
}

function Side({ label, runs, none }: { label: string; runs: readonly WordRun[]; none: string }) {
  return (
    <div className={styles["side"]} role="group" aria-label={label}>
      <p className={styles["label"]}>{label}</p>
      {runs.length === 0 ? <p className={styles["absent"]}>{none}</p> : <p className={styles["words"]} dir="auto">{isPart(runs) ? <Words runs={runs} /> : joined(runs)}</p>}
    </div>
  );
}

/** Behind which words something stood or stands. */
const place = (words: string | null): WordRun[] => [{ text: words === null ? t("notes.word.first") : t("notes.word.behind", { words }), stands: "then" }];

/** Where all of it came or went there is nothing to tell apart. */
const isPart = (runs: readonly WordRun[]): boolean => runs.some(({ stands }) => stands === "both");
