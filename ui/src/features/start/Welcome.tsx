import type { Recent } from "../../api/generated";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { ErrorNotice } from "../../design/Notice";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import { Sample } from "./FirstSource";
import styles from "./Start.module.css";
import { StartFoot, ThreeSteps } from "./ThreeSteps";

/** No dossier is open: begin one, open one, take up a recent one, or look at the sample. */
export function Welcome({ recent, onNew, onOpen, onRecent, onSample, problem }: {
  recent: readonly Recent[];
  onNew: () => void;
  onOpen: () => void;
  onRecent: (path: string) => void;
  onSample: () => void;
  problem: { message: string; hint?: string | undefined } | undefined;
}) {
  return (
    <>
      <div className={styles["scroller"]}>
        <div className={styles["first"]}>
          <div>
            <h1>{t(recent.length > 0 ? "start.welcomeBack" : "start.welcome")}</h1>
            <p className={styles["lead"]}>{t("start.welcomeLead")}</p>
          </div>
          {problem !== undefined && <ErrorNotice problem={problem} />}
          <div className={styles["ways"]}>
            <Button data-home="" look="primary" size="large" icon="plus" onPress={onNew}>{t("start.newDossier")}</Button>
            <Button size="large" icon="open" onPress={onOpen}>{t("start.openDossier")}</Button>
          </div>
          {recent.length > 0 && (
            <section aria-label={t("start.recent")}>
              <h2 className={styles["heading"]}>{t("start.recent")}</h2>
              <ul className={styles["recent"]}>
                {recent.map(({ path, title, opened_at }) => (
                  <li key={path}>
                    <Button look="quiet" onPress={() => onRecent(path)}>
                      <Icon name="sources" />
                      <span className="cut">{title}</span>
                      <span className={`cut ${styles["path"] ?? ""}`}>{path}</span>
                      <span className={styles["when"]}>{showMoment(opened_at)}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Sample onSample={onSample} />
          <ThreeSteps />
        </div>
      </div>
      <StartFoot />
    </>
  );
}
