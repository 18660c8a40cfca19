import type { AppState } from "../api/generated";
import { Button } from "../design/Button";
import { Marking } from "../design/Chip";
import { Icon } from "../design/icons/Icon";
import { IconButton } from "../design/IconButton";
import { Kbd } from "../design/Kbd";
import { Menu } from "../design/Menu";
import { Button as AriaButton } from "react-aria-components/Button";
import { t } from "../i18n";
import styles from "./TopBar.module.css";
import type { Dossiers } from "./useDossiers";

/** The dossier, the one box that finds and does, and the step that undo would take back. */
export function TopBar({ state, marking, dossiers, onFind, onUndo, onRedo, onKeys }: {
  state: AppState | undefined;
  marking: string | undefined;
  dossiers: Dossiers;
  onFind: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onKeys: () => void;
}) {
  const title = state?.dossier?.head.title ?? t("shell.noDossier");
  const here = state?.dossier?.path;
  return (
    <>
      <div className={styles["start"]}>
        <Menu
          label={t("shell.dossier.menu", { title })}
          trigger={
            <AriaButton className={styles["dossier"] ?? ""}>
              <span className="cut">{title}</span>
              <Icon name="down" />
            </AriaButton>
          }
          groups={[
            {
              entries: [
                { id: "new", label: t("shell.dossier.new"), icon: "plus", run: dossiers.begin },
                { id: "open", label: t("shell.dossier.open"), icon: "open", run: dossiers.open },
                { id: "sample", label: t("shell.dossier.sample"), icon: "sources", run: dossiers.sample },
              ],
            },
            {
              heading: t("shell.dossier.recent"),
              entries: (state?.recent ?? []).filter(({ path }) => path !== here).slice(0, 8).map(({ path, title: name }) => ({ id: path, label: name, run: () => dossiers.openAt(path) })),
            },
            {
              entries: [
                { id: "keys", label: t("shell.dossier.allKeys"), icon: "cmd", keys: "?", run: onKeys },
                ...(here === undefined ? [] : [{ id: "close", label: t("shell.dossier.close"), icon: "close" as const, run: dossiers.close }]),
              ],
            },
          ]}
        />
      </div>
      <AriaButton className={styles["finder"] ?? ""} onPress={onFind}>
        <Icon name="find" />
        <span className="cut">{t("shell.find")}</span>
        <Kbd keys="Ctrl K" />
      </AriaButton>
      <div className={styles["end"]}>
        {state?.redo != null && (
          <IconButton icon="redo" label={t("shell.redoStep", { step: t(`steps.${state.redo.op}.undo`) })} keys="Ctrl Shift Z" preventFocusOnPress onPress={onRedo} />
        )}
        {state?.undo != null && (
          <Button look="quiet" icon="undo" keys="Ctrl Z" preventFocusOnPress onPress={onUndo}>
            <span className={`cut ${styles["step"] ?? ""}`}>{t("shell.undoStep", { step: t(`steps.${state.undo.op}.undo`) })}</span>
          </Button>
        )}
        {marking !== undefined && <Marking title={t("shell.marking")}>{marking}</Marking>}
      </div>
    </>
  );
}
