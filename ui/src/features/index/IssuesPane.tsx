import { Button } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import type { IssueId } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button as DesignButton } from "../../design/Button";
import { classes } from "../../design/classes";
import { EmptyState } from "../../design/EmptyState";
import { Icon } from "../../design/icons/Icon";
import { Kbd } from "../../design/Kbd";
import { toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { spell } from "../../lib/keys";
import { afterAmong } from "./actorTree";
import styles from "./panes.module.css";

/** The issues in the order of the matrix, each with the question its stances answer. */
export function IssuesPane({ chosen, onChoose, onNew }: { chosen: IssueId | undefined; onChoose: (id: IssueId) => void; onNew: () => void }) {
  const { data } = useRead("issue_list", {});
  const move = useAct("issue_move");
  const rows = (data ?? []).map((row) => ({ id: row.issue.id, row }));
  const place = (id: IssueId, after: IssueId | null) => move.mutate({ id, after }, { onError: toastError });
  const moveBy = (id: IssueId, by: -1 | 1) => {
    const parent = rows.find((one) => one.id === id)?.row.issue.parent ?? null;
    const after = afterAmong(rows.filter((one) => one.row.issue.parent === parent).map((one) => one.id), id, by);
    if (after !== undefined) place(id, after);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      if (id === undefined) return;
      const others = rows.map((one) => one.id).filter((other) => other !== id);
      const at = others.indexOf(String(target.key));
      place(id, target.dropPosition === "before" ? (others[at - 1] ?? null) : String(target.key));
    },
  });
  const newIssue = <DesignButton icon="plus" aria-label={t("actorsAndIssues.issues.newIssue")} onPress={onNew}>{t("actorsAndIssues.issues.new")}</DesignButton>;
  return (
    <section className={classes(styles["pane"], styles["side"])} aria-label={t("actorsAndIssues.issues.title")}>
      <Bar className={styles["bar"]} title={t("actorsAndIssues.issues.title")} count={rows.length}>
        <span className="grow" />
        {newIssue}
      </Bar>
      <div className={styles["head"]} aria-hidden="true">
        <span>{t("actorsAndIssues.issues.order")}</span>
        <span>{t("actorsAndIssues.issues.halfLife")}</span>
      </div>
      <div className={styles["listScroll"]}>
        <div
          role="presentation"
          onKeyDownCapture={(event) => {
            const key = spell(event.nativeEvent);
            if ((key !== "Alt ↑" && key !== "Alt ↓") || chosen === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            moveBy(chosen, key === "Alt ↑" ? -1 : 1);
          }}
        >
          <GridList
            className={styles["list"] ?? ""}
            aria-label={t("actorsAndIssues.issues.title")}
            items={rows}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={chosen === undefined ? [] : [chosen]}
            onSelectionChange={(keys) => {
              const [id] = keys === "all" ? [] : [...keys];
              if (id !== undefined) onChoose(String(id));
            }}
            dragAndDropHooks={dragAndDropHooks}
            renderEmptyState={() => data === undefined ? null : <EmptyState title={t("actorsAndIssues.issues.empty")}>{t("actorsAndIssues.issues.emptyHelp")}</EmptyState>}
          >
            {({ row: { issue } }) => (
              <GridListItem id={issue.id} textValue={issue.title} className={styles["issue"] ?? ""}>
                <Button slot="drag" className={styles["drag"] ?? ""} aria-label={t("actorsAndIssues.issues.drag", { title: issue.title })}><Icon name="drag" /></Button>
                <span className={styles["number"]}>{rows.findIndex((one) => one.id === issue.id) + 1}</span>
                <span>
                  <span className={styles["line"]}>
                    <span>{issue.title}</span>
                    <span className={styles["half"]}>{issue.half_life_days === null ? t("actorsAndIssues.issues.forever") : t("actorsAndIssues.issues.days", { count: issue.half_life_days })}</span>
                  </span>
                  <span className={styles["question"]}>{issue.question}</span>
                </span>
              </GridListItem>
            )}
          </GridList>
        </div>
        <p className={styles["help"]}>{t("actorsAndIssues.issues.help")}</p>
        <p className={styles["help"]}><Kbd keys="Alt ↑" /><Kbd keys="Alt ↓" />{t("actorsAndIssues.issues.move")}</p>
      </div>
    </section>
  );
}
