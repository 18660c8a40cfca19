import { useState } from "react";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { IconButton } from "../../design/IconButton";
import { Kbd } from "../../design/Kbd";
import { t } from "../../i18n";
import { useShortcuts } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import styles from "./Checks.module.css";
import { focusBlock } from "./useOpenNote";
import type { ShownPages } from "./usePages";

/** What to look at before the note leaves, each with the way to its block. F8 goes from one to the next. */
export function Checks({ shown }: { shown: ShownPages | undefined }) {
  const [isFolded, setFolded] = useRemembered("notes.checksFolded", false);
  const [at, setAt] = useState(-1);
  const warnings = shown?.warnings ?? [];
  const placed = warnings.flatMap(({ block }, index) => (block === null ? [] : [{ block, index }]));
  const next = () => {
    const to = placed.find(({ index }) => index > at) ?? placed[0];
    if (to === undefined) return;
    setAt(to.index);
    focusBlock(to.block);
  };
  useShortcuts(t("notes.title"), [{ keys: "F8", label: t("notes.keys.next"), run: next, inFields: true }]);
  if (shown === undefined) return null;
  return (
    <section className={styles["checks"]} aria-label={t("notes.checks.title")}>
      <div className={styles["head"]}>
        <h2>{t("notes.checks.title")}</h2>
        <span className="t13 faint">{t("notes.checks.toLookAt", { count: warnings.length })}</span>
        <span className="grow" />
        {placed.length > 0 && <span className="t13 faint">{t("notes.checks.next")} <Kbd keys="F8" /></span>}
        <IconButton icon={isFolded ? "right" : "down"} size="small" label={t(isFolded ? "notes.checks.unfold" : "notes.checks.fold")} onPress={() => setFolded(!isFolded)} />
      </div>
      {!isFolded && (
        <ul>
          {warnings.map(({ block, message }, index) => (
            <li key={`${block ?? ""}${message}`} className={index === at ? styles["current"] : undefined}>
              <Icon name="warn" className={styles["warn"]} />
              <span>{message}</span>
              {block !== null && <Button look="link" onPress={() => { setAt(index); focusBlock(block); }}>{t("notes.checks.show")}</Button>}
            </li>
          ))}
          <li>
            <Icon name="check" className={styles["ok"]} />
            <span className="muted">{shown.marking === null ? t("notes.checks.noMarking") : t("notes.checks.marking", { marking: shown.marking })}</span>
          </li>
        </ul>
      )}
    </section>
  );
}
