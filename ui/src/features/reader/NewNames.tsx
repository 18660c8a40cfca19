import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { NewName } from "../../api/generated";
import { Button } from "../../design/Button";
import { IconButton } from "../../design/IconButton";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import styles from "./NewNames.module.css";

/** Names in the text that no actor goes by yet, to add or to dismiss. Never added by themselves. */
export function NewNames({ names, onAdd, onDismiss }: {
  names: readonly NewName[];
  onAdd: (name: NewName) => void;
  onDismiss: (name: NewName) => void;
}) {
  if (names.length === 0) return null;
  return (
    <DialogTrigger>
      <Button look="quiet">{t("reader.newNames.count", { count: names.length })}</Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles["names"] ?? ""} aria-label={t("reader.newNames.label")}>
          <div className={popover["heading"]}>{t("reader.newNames.label")}</div>
          <ul>
            {names.map((each) => {
              const kind = t(`terms.actorKind.${each.kind}`);
              return (
                <li key={each.name}>
                  <span className={styles["name"]}>
                    {each.name}
                    <span className={styles["kind"]}>{kind} · {t("reader.newNames.times", { count: each.count })}</span>
                  </span>
                  <Button size="small" aria-label={t("reader.newNames.addNamed", { name: each.name, kind })} onPress={() => onAdd(each)}>{t("reader.newNames.add")}</Button>
                  <IconButton icon="close" size="small" label={t("reader.newNames.dismissNamed", { name: each.name })} onPress={() => onDismiss(each)} />
                </li>
              );
            })}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
