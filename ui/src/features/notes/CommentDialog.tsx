import { useState } from "react";
import type { BlockId, Comment } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastDone } from "../../design/toasts";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { submitOnCtrlEnter } from "../../lib/keys";
import { written } from "../../lib/written";
import styles from "./Comments.module.css";
import { lastView } from "./fields";
import { useNote } from "./noteContext";
import { focusBlock } from "./useOpenNote";

/** A comment to write: on a block, on words of it, or one that is there, to be put in other words. */
export interface CommentQuestion {
  block: BlockId;
  words: string | null;
  comment?: Comment;
}

const FORM = "comment";

/** What is remarked. The focus goes back to where one was writing. */
export function CommentDialog({ question, onClose }: { question: CommentQuestion | undefined; onClose: () => void }) {
  const close = () => {
    onClose();
    focusAfterDialogs(() => {
      if (question !== undefined && lastView() === undefined) focusBlock(question.block);
      return lastView()?.dom ?? null;
    });
  };
  return (
    <Dialog title={t(question?.comment === undefined ? "notes.comments.add" : "notes.comments.change")} isOpen={question !== undefined} onClose={close} footer={<Button look="primary" type="submit" form={FORM} keys="Ctrl Enter">{t("notes.comments.keep")}</Button>}>
      {question !== undefined && <Asking question={question} onDone={close} />}
    </Dialog>
  );
}

function Asking({ question: { block, words, comment }, onDone }: { question: CommentQuestion; onDone: () => void }) {
  const { language } = useNote().note;
  const [text, setText] = useState(comment?.text ?? "");
  const add = useAct("comment_add");
  const change = useAct("comment_edit");
  const problem = add.error ?? change.error;
  const kept = {
    onSuccess: () => {
      toastDone(t("notes.comments.kept"));
      onDone();
    },
  };
  return (
    <form
      id={FORM}
      className={styles["form"]}
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        if (comment === undefined) add.mutate({ block, text, words }, kept);
        else change.mutate({ id: comment.id, text }, kept);
      }}
    >
      {words !== null && <blockquote {...written(words, language)}>{words}</blockquote>}
      {/* The dialog begins with its only field. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
      <TextField autoFocus lines={4} lang={language} label={t("notes.comments.text")} help={t("notes.comments.help")} value={text} onChange={setText} />
      {problem !== null && <ErrorNotice problem={problem} />}
    </form>
  );
}
