import { Dialog } from "../design/Dialog";
import { Kbd } from "../design/Kbd";
import { t } from "../i18n";
import { useAllowedKeys, useShortcutGroups, type Shortcut } from "../lib/keys";
import styles from "./KeysSheet.module.css";

/** Every key that works just now, by where it works. */
export function KeysSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = useShortcutGroups();
  const isAllowed = useAllowedKeys();
  const areas = new Map<string, Shortcut[]>();
  for (const group of groups) {
    const listed = areas.get(group.area) ?? [];
    const added = group.shortcuts.filter((shortcut) => shortcut.hidden !== true && (shortcut.isTyped === true || isAllowed(shortcut.keys)) && !listed.some((other) => other.keys === shortcut.keys));
    areas.set(group.area, [...listed, ...added]);
  }
  return (
    <Dialog title={t("shell.keys.title")} isOpen={isOpen} onClose={onClose} width="wide" footer={<p className={styles["hint"]}>{t(isAllowed("?") ? "shell.keys.hint" : "shell.keys.hintOff")}</p>}>
      {/* Nothing in it takes the focus, and it may be longer than the window: it scrolls by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <div ref={focusIt} className={styles["areas"]} role="region" aria-label={t("shell.keys.list")} tabIndex={0}>
        {[...areas].filter(([, shortcuts]) => shortcuts.length > 0).map(([area, shortcuts]) => (
          <section key={area}>
            <h3>{area}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys}>
                  <dt><Kbd keys={shortcut.keys} always /></dt>
                  <dd>{shortcut.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const focusIt = (list: HTMLElement | null): void => list?.focus({ preventScroll: true });
