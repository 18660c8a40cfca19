import { useEffect, useRef, type ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../i18n";
import { classes } from "./classes";
import { IconButton } from "./IconButton";
import styles from "./Dialog.module.css";

/** A modal dialog. Enter in a form inside submits it; Esc closes it, and so does a press outside while nothing is written in it. */
export function Dialog({ title, isOpen, onClose, children, footer, width = "medium" }: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: "medium" | "wide";
}) {
  const isWritten = useRef(false);
  useEffect(() => {
    isWritten.current = false;
  }, [isOpen]);
  return (
    <ModalOverlay
      data-modal
      className={styles["scrim"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      shouldCloseOnInteractOutside={() => !isWritten.current}
    >
      <Modal className={classes(styles["modal"], styles[width])}>
        <AriaDialog className={styles["dialog"] ?? ""}>
          <header className={styles["head"]}>
            <Heading slot="title" className="grow">{title}</Heading>
            <IconButton icon="close" label={t("common.close")} size="small" onPress={onClose} />
          </header>
          <div className={styles["body"]} onInput={() => (isWritten.current = true)}>{children}</div>
          {footer !== undefined && <footer className={styles["foot"]}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
