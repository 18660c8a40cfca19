import { useRef } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Comment } from "../../api/generated";
import { Icon } from "../../design/icons/Icon";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { useRowsLeft } from "../../lib/rowsLeft";
import styles from "./Comments.module.css";
import { CommentRow, rowOf } from "./CommentRow";
import { showComment } from "./useComments";
import { homeOf } from "./useOpenNote";

/** That a block was commented on, in its margin: a sign, and the comments when it is pressed. */
export function MarginComments({ comments }: { comments: readonly Comment[] }) {
  const list = useRef<HTMLUListElement>(null);
  const block = comments[0]?.block;
  const rows = useRowsLeft(list, comments.map(rowOf), () => (block === undefined ? null : homeOf(block)));
  const label = t("notes.comments.count", { count: comments.length });
  return (
    <DialogTrigger>
      <Button className={styles["sign"] ?? ""} aria-label={label}>
        <Icon name="comment" />
      </Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog aria-label={label} className={styles["margin"] ?? ""}>
          {({ close }) => {
            const show = (comment: Comment) => {
              close();
              // What closes gives the focus back to the sign first.
              focusAfterDialogs(() => {
                showComment(comment);
                return null;
              });
            };
            return <ul ref={list}>{comments.map((comment) => <CommentRow key={comment.id} comment={comment} rows={rows} onShow={show} />)}</ul>;
          }}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
