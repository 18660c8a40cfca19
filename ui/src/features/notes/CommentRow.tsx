import type { CommandError } from "../../api/client";
import type { Comment } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import styles from "./Comments.module.css";
import { showMoment } from "../../lib/dates";
import type { RowsLeft } from "../../lib/rowsLeft";
import { written } from "../../lib/written";
import { useNote } from "./noteContext";

/** A comment, and what can be done about it. It goes out of its list when it is settled, raised again or deleted. */
export function CommentRow({ comment, rows: { leave, stay }, number = "", onShow }: { comment: Comment; rows: RowsLeft; number?: string; onShow: (comment: Comment) => void }) {
  const { openComment, note } = useNote();
  const settle = useAct("comment_settle");
  const drop = useAct("comment_delete");
  const { id, text, words, who, at, settled, block } = comment;
  const done = (said: string) => ({
    onSuccess: () => toastDone(said),
    onError: (problem: CommandError) => {
      stay();
      toastError(problem);
    },
  });
  return (
    <li className={styles["comment"]} data-settled={settled || undefined}>
      <p className={styles["who"]}>{[number, who, showMoment(at)].filter((part) => part !== "").join(" · ")}</p>
      {words !== null && <blockquote {...written(words, note.language)}>{words}</blockquote>}
      <p {...written(text, note.language)}>{text}</p>
      <p className={styles["acts"]}>
        <Button look="link" aria-label={t("notes.comments.showNamed", { text })} onPress={() => onShow(comment)}>{t("notes.checks.show")}</Button>
        {!settled && <Button look="link" aria-label={t("notes.comments.changeNamed", { text })} onPress={() => openComment({ block, words, comment })}>{t("notes.comments.changeAct")}</Button>}
        <Button
          look="link"
          aria-label={t(settled ? "notes.comments.raiseNamed" : "notes.comments.settleNamed", { text })}
          onPress={() => {
            leave(rowOf(comment), 2);
            settle.mutate({ id, settled: !settled }, done(t(settled ? "notes.comments.raised" : "notes.comments.isSettled")));
          }}
        >
          {t(settled ? "notes.comments.raise" : "notes.comments.settle")}
        </Button>
        <Button
          look="link"
          aria-label={t("notes.comments.dropNamed", { text })}
          onPress={() => {
            leave(rowOf(comment));
            drop.mutate({ id }, done(t("notes.comments.dropped")));
          }}
        >
          {t("notes.comments.drop")}
        </Button>
      </p>
    </li>
  );
}

/** How its row is called: by whether it is settled, as that says in which part of the list it stands. */
export const rowOf = ({ id, settled }: Comment): string => `${id} ${String(settled)}`;
