import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Comment } from "../../api/generated";
import { Icon } from "../../design/icons/Icon";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import styles from "./Comments.module.css";
import { CommentRow } from "./CommentRow";

/** That a block was commented on, in its margin: a sign, and the comments when it is pressed. */
export function MarginComments({ comments }: { comments: readonly Comment[] }) {
  const label = t("notes.comments.count", { count: comments.length });
  return (
    <DialogTrigger>
      <Button className={styles["sign"] ?? ""} aria-label={label}>
        <Icon name="comment" />
      </Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog aria-label={label} className={styles["margin"] ?? ""}>
          <ul>{comments.map((comment) => <CommentRow key={comment.id} comment={comment} />)}</ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
