import { useRef, useState } from "react";
import { Button } from "../../design/Button";
import { t } from "../../i18n";
import { useRowsLeft } from "../../lib/rowsLeft";
import styles from "./Comments.module.css";
import { CommentRow, rowOf } from "./CommentRow";
import { lastView } from "./fields";
import { useNote } from "./noteContext";
import { showComment, type NoteComments } from "./useComments";

/** All comments of a note, below what is to be looked at before it leaves. */
export function CommentList({ comments: { open, settled } }: { comments: NoteComments }) {
  const { numbers } = useNote();
  const list = useRef<HTMLUListElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(false);
  const [showsSettled, setShowsSettled] = useState(false);
  const shown = [...open, ...(showsSettled ? settled : [])];
  const rows = useRowsLeft(list, shown.map(rowOf), () => head.current?.querySelector("button") ?? lastView()?.dom ?? null);
  if (open.length + settled.length === 0) return null;
  return (
    <section data-region className={styles["list"]} aria-label={t("notes.comments.title")}>
      <div className={styles["head"]} ref={head}>
        <h2>{t("notes.comments.title")}</h2>
        <Button look="link" aria-expanded={isShown} onPress={() => setShown(!isShown)}>{t("notes.comments.count", { count: open.length })}</Button>
        {isShown && settled.length > 0 && <Button look="link" aria-expanded={showsSettled} onPress={() => setShowsSettled(!showsSettled)}>{t("notes.comments.settledCount", { count: settled.length })}</Button>}
        <span className="grow" />
        <span className="t13 faint">{t("notes.comments.stays")}</span>
      </div>
      {isShown && <ul ref={list}>{shown.map((comment) => <CommentRow key={comment.id} comment={comment} rows={rows} number={numbers.get(comment.block) ?? ""} onShow={showComment} />)}</ul>}
    </section>
  );
}
