import { Button } from "react-aria-components/Button";
import { Text, UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as AriaToastRegion } from "react-aria-components/Toast";
import { t } from "../i18n";
import { Icon } from "./icons/Icon";
import { Kbd } from "./Kbd";
import styles from "./ToastRegion.module.css";
import { queue } from "./toasts";

/** Where toasts appear. Stands once in the window; F6 reaches it. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} data-region className={styles["region"] ?? ""} aria-label={t("common.notices")}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles["toast"] ?? ""}>
          <ToastContent className="grow" role="status"><Text slot="title">{toast.content.text}</Text></ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className={styles["action"] ?? ""}
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          {toast.content.action?.keys !== undefined && <Kbd keys={toast.content.action.keys} />}
          <Button slot="close" className={styles["close"] ?? ""} aria-label={t("common.dismiss")}><Icon name="close" size={12} /></Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
