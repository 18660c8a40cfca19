import { useRef, useState } from "react";
import type { Check } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { IconButton } from "../../design/IconButton";
import { Kbd } from "../../design/Kbd";
import { toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { useShortcuts } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import { useRowsLeft } from "../../lib/rowsLeft";
import { CheckRow } from "./CheckRow";
import styles from "./Checks.module.css";
import type { OpenNote } from "./useOpenNote";
import type { ShownPages } from "./usePages";
import { showCheck, type NoteChecks } from "./useChecks";
import { WaiveDialog } from "./WaiveDialog";

/** What to look at before the note leaves, each with the way to its place. F8 goes from one to the next. */
export function Checks({ work, shown, checks }: { work: OpenNote; shown: ShownPages | undefined; checks: NoteChecks }) {
  const [isFolded, setFolded] = useRemembered("notes.checksFolded", false);
  const [showsWaived, setShowsWaived] = useState(false);
  const [at, setAt] = useState<string | undefined>();
  const [waiving, setWaiving] = useState<Check | undefined>();
  const raise = useAct("check_raise");
  const { open, waived } = checks;
  const head = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { leave, stay } = useRowsLeft(list, [...open, ...waived].map(rowOf), () => head.current?.querySelector("button") ?? null);
  const show = (check: Check) => {
    setAt(check.key);
    showCheck(check);
  };
  const next = (by: 1 | -1) => {
    const placed = open.filter(({ block }) => block !== null);
    const from = placed.findIndex(({ key }) => key === at);
    const to = placed[(from + by + placed.length + (from < 0 && by < 0 ? 1 : 0)) % Math.max(placed.length, 1)];
    if (to !== undefined) show(to);
  };
  useShortcuts(t("notes.title"), [
    { keys: "F8", label: t("notes.keys.next"), run: () => next(1), inFields: true },
    { keys: "Shift F8", label: t("notes.keys.previous"), run: () => next(-1), inFields: true },
  ]);
  if (shown === undefined) return null;
  return (
    <section data-region className={styles["checks"]} aria-label={t("notes.checks.title")}>
      <div className={styles["head"]} ref={head}>
        <h2>{t("notes.checks.title")}</h2>
        <span className="t13 faint" role="status">{t("notes.checks.toLookAt", { count: open.length })}</span>
        {waived.length > 0 && <Button look="link" aria-expanded={showsWaived} onPress={() => setShowsWaived(!showsWaived)}>{t("notes.checks.waived", { count: waived.length })}</Button>}
        <span className="grow" />
        {open.some(({ block }) => block !== null) && <span className="t13 faint">{t("notes.checks.next")} <Kbd keys="F8" /></span>}
        <IconButton icon={isFolded ? "right" : "down"} size="small" label={t(isFolded ? "notes.checks.unfold" : "notes.checks.fold")} onPress={() => setFolded(!isFolded)} />
      </div>
      {!isFolded && (
        <ul ref={list}>
          {open.map((check) => (
            <CheckRow key={check.key} check={check} number={numberOf(check, work)} isCurrent={check.key === at} onShow={() => show(check)}>
              <Button look="link" aria-label={t("notes.checks.waiveNamed", { what: check.message })} onPress={() => setWaiving(check)}>{t("notes.checks.waive")}</Button>
            </CheckRow>
          ))}
          {showsWaived && waived.map((check) => (
            <CheckRow key={check.key} check={check} number={numberOf(check, work)} isCurrent={false} onShow={() => show(check)}>
              <Button
                look="link"
                aria-label={t("notes.checks.raiseNamed", { what: check.message })}
                onPress={() => {
                  leave(rowOf(check));
                  raise.mutate({ note: work.note.id, key: check.key }, {
                    onError: (problem) => {
                      stay();
                      toastError(problem);
                    },
                  });
                }}
              >
                {t("notes.checks.raise")}
              </Button>
            </CheckRow>
          ))}
          <li>
            <Icon name="check" className={styles["ok"]} />
            <span className="muted">{shown.marking === null ? t("notes.checks.noMarking") : t("notes.checks.marking", { marking: shown.marking })}</span>
          </li>
        </ul>
      )}
      <WaiveDialog note={work.note.id} check={waiving} onWaived={(check) => leave(rowOf(check))} onClose={() => setWaiving(undefined)} />
    </section>
  );
}

const rowOf = ({ key, waived }: Check): string => `${key} ${String(waived === null)}`;

function numberOf({ block }: Check, work: OpenNote): string {
  return block === null ? "" : (work.numbers.get(block) ?? "");
}
