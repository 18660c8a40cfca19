import { useState } from "react";
import type { IssueFacts, IssueId, IssueRow } from "../../api/generated";
import { useAct } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { CommitField } from "../../design/CommitField";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { Select } from "../../design/Select";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { dropDraft, useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { newIssue } from "../../api/newIssue";
import { NamingForm } from "./NamingForm";
import styles from "./panes.module.css";
import { hasTwin } from "./sameName";

const NONE = "none";

/** What is said about an issue. Each field counts as soon as it is left. */
export function IssuePanel({ row, rows, onGone }: { row: IssueRow; rows: readonly IssueRow[]; onGone: () => void }) {
  const { issue } = row;
  const edit = useAct("issue_edit");
  const remove = useAct("issue_delete");
  const [isWrong, setWrong] = useState(false);
  const put = (part: Partial<IssueFacts>) => {
    const { title, question, parent, half_life_days } = issue;
    edit.mutate({ id: issue.id, facts: { title, question, parent, half_life_days, ...part } });
  };
  const problem = edit.error ?? remove.error;
  // One level of wider issues: a wider issue has none above it.
  const wider = rows.filter((other) => other.issue.id !== issue.id && other.issue.parent === null);
  return (
    <Panel
      label={t("actorsAndIssues.issue.label")}
      bar={
        <Bar title={issue.title}>
          <span className="grow" />
          <Menu
            label={t("actorsAndIssues.issue.more", { title: issue.title })}
            placement="bottom end"
            trigger={<IconButton icon="more" label={t("actorsAndIssues.issue.more", { title: issue.title })} />}
            groups={[
              {
                entries: [
                  {
                    id: "delete",
                    label: t("actorsAndIssues.issue.delete"),
                    danger: true,
                    run: () =>
                      remove.mutate(
                        { id: issue.id },
                        {
                          onSuccess: () => {
                            onGone();
                            toastDone(t("actorsAndIssues.issue.deleted", { title: issue.title }));
                          },
                        },
                      ),
                  },
                ],
              },
            ]}
          />
        </Bar>
      }
    >
      <div className={styles["form"]}>
        {problem !== null && <ErrorNotice problem={problem} />}
        {hasTwin(issue, rows) && <Notice kind="warning">{t("actorsAndIssues.issue.sameTitle")}</Notice>}
        <CommitField label={t("actorsAndIssues.issue.title")} help={t("actorsAndIssues.issue.titleHelp")} value={issue.title} isRequired onCommit={(title) => put({ title })} />
        <CommitField label={t("actorsAndIssues.issue.question")} placeholder={t("common.example", { words: t("actorsAndIssues.issue.questionExample") })} lines={3} value={issue.question} onCommit={(question) => put({ question })} />
        <CommitField
          label={t("actorsAndIssues.issue.halfLife")}
          help={t("actorsAndIssues.issue.halfLifeHelp")}
          inputMode="numeric"
          error={isWrong ? t("actorsAndIssues.issue.halfLifeWrong") : undefined}
          value={issue.half_life_days === null ? "" : String(issue.half_life_days)}
          onCommit={(days) => {
            const isRight = days === "" || (/^\d{1,5}$/.test(days) && Number(days) > 0);
            setWrong(!isRight);
            if (isRight) put({ half_life_days: days === "" ? null : Number(days) });
            return isRight;
          }}
        />
        <Select
          label={t("actorsAndIssues.issue.parent")}
          choices={[{ id: NONE, label: t("actorsAndIssues.issue.noParent") }, ...wider.map((other) => ({ id: other.issue.id, label: other.issue.title }))]}
          value={issue.parent ?? NONE}
          onChange={(parent) => put({ parent: parent === NONE ? null : parent })}
        />
        <p className="muted">{t("actorsAndIssues.issue.positions", { count: row.positions })}</p>
      </div>
    </Panel>
  );
}

type Draft = Record<"title" | "question", string>;

const ABOUT = "new issue";

/** A new issue: a few words and the question they stand for. */
export function NewIssue({ onDone, onBringBack }: { onDone: (id: IssueId | undefined) => void; onBringBack: () => void }) {
  const create = useAct("issue_create", () => dropDraft(ABOUT));
  const { written, write, leave } = useDraft<Draft>(ABOUT, onBringBack);
  const { title = "", question = "" } = written;
  const save = (called: string) => {
    create.mutate(
      newIssue(called, question.trim()),
      {
        onSuccess: (issue) => {
          onDone(issue.id);
          toastDone(t("actorsAndIssues.issue.created", { title: issue.title }));
        },
      },
    );
  };
  const cancel = () => {
    leave();
    onDone(undefined);
  };
  return (
    <Panel label={t("actorsAndIssues.issue.newTitle")} bar={<Bar title={t("actorsAndIssues.issue.newTitle")} />}>
      <NamingForm
        label={t("actorsAndIssues.issue.newTitle")}
        field={t("actorsAndIssues.issue.title")}
        help={t("actorsAndIssues.issue.titleHelp")}
        lack={t("actorsAndIssues.issue.lackTitle")}
        name={title}
        onName={(next) => write(() => ({ title: next }))}
        onSave={save}
        onLeave={cancel}
      >
        <TextField label={t("actorsAndIssues.issue.question")} placeholder={t("common.example", { words: t("actorsAndIssues.issue.questionExample") })} value={question} onChange={(next) => write(() => ({ question: next }))} />
        {create.error !== null && <ErrorNotice problem={create.error} />}
        <div className="row">
          <Button type="submit" look="primary" keys="Enter" isDisabled={create.isPending}>{t("actorsAndIssues.issue.create")}</Button>
          <Button keys="Esc" onPress={cancel}>{t("common.cancel")}</Button>
        </div>
      </NamingForm>
    </Panel>
  );
}
