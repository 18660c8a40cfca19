import { useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "../../design/IconButton";
import { t } from "../../i18n";
import { spell } from "../../lib/keys";
import { PageImage } from "./PageImage";
import styles from "./Present.module.css";
import type { ShownPage } from "./usePages";

/** How far a key leads among the pages. */
const STEPS: Record<string, number> = { "→": 1, "↓": 1, PageDown: 1, Space: 1, Enter: 1, "Shift Space": -1, "←": -1, "↑": -1, PageUp: -1, Home: -Infinity, End: Infinity };

/** The pages one by one over the whole screen, as they will leave the building. Esc leads back. */
export function Present({ pages, start, onClose }: { pages: readonly ShownPage[]; start: number | undefined; onClose: () => void }) {
  return (
    <ModalOverlay data-modal className={styles["screen"] ?? ""} isOpen={start !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label={t("notes.pages.present")}>
          {start !== undefined && <Screen pages={pages} start={start} onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Screen({ pages, start, onClose }: { pages: readonly ShownPage[]; start: number; onClose: () => void }) {
  const [at, setAt] = useState(start);
  const last = pages.length - 1;
  // The note may have grown shorter meanwhile.
  const here = Math.min(at, last);
  const page = pages[here];
  const go = (by: number) => setAt(Math.max(0, Math.min(last, here + by)));
  useEffect(() => {
    // Where the system gives no whole screen, the whole window does.
    void document.documentElement.requestFullscreen().catch(() => undefined);
    const left = () => document.fullscreenElement === null && onClose();
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, []); // eslint-disable-line react-hooks/exhaustive-deps
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog is this one thing; and the way on from the last page can be pressed no more, but the keys lead back.
    if (stage.current?.contains(document.activeElement) !== true || document.activeElement?.matches(":disabled") === true) stage.current?.focus();
  }, [here]);
  if (page === undefined) return null;
  return (
    // The keys lead from page to page wherever the focus is within.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <div
      className={styles["stage"]}
      role="group"
      aria-label={t("notes.pages.present")}
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
      tabIndex={0}
      ref={stage}
      onKeyDown={(event) => {
        // A button takes the keys that press it for itself.
        const step = STEPS[spell(event.nativeEvent)];
        if (step === undefined) return;
        event.preventDefault();
        go(step);
      }}
    >
      <div className={styles["room"]}><PageImage page={page} className={styles["page"]} /></div>
      <div className={styles["bar"]}>
        <IconButton icon="left" label={t("notes.pages.before")} isDisabled={here === 0} onPress={() => go(-1)} />
        <span role="status">{t("notes.pages.page", { number: here + 1, total: pages.length })}</span>
        <IconButton icon="right" label={t("notes.pages.after")} isDisabled={here === last} onPress={() => go(1)} />
        <IconButton icon="close" label={t("common.close")} onPress={onClose} />
      </div>
    </div>
  );
}
