import type { Block, Position } from "../../../api/generated";
import { Button } from "../../../design/Button";
import { Icon } from "../../../design/icons/Icon";
import { Notice } from "../../../design/Notice";
import { Stance } from "../../../design/stance/Stance";
import { t } from "../../../i18n";
import { showDate } from "../../../lib/dates";
import { goTo } from "../../../lib/place";
import { LinkChanges } from "../LinkChanges";
import { useNote } from "../noteContext";
import type { BodyOf } from "./bodies";
import { Gone } from "./Gone";
import styles from "./blocks.module.css";
import { toastSaved } from "../toastSaved";

/** One position in full. When a later one has taken its place, the note says so, and the writer decides. */
export function PositionBlock({ block, body }: { block: Block; body: BodyOf<"position"> }) {
  const { positions, store, changes } = useNote();
  const position = positions.get(body.position);
  if (position === undefined) return changes.has(block.id) ? <LinkChanges block={block} /> : <Gone what="gonePosition" />;
  const newer = latest(position, positions);
  return (
    <div className={styles["linked"]}>
      <PositionLine position={position} />
      {position.summary !== null && <p dir="auto">{position.summary}</p>}
      {position.state === "withdrawn" && <Notice kind="warning">{t("notes.linked.withdrawn")}</Notice>}
      <LinkChanges block={block} />
      {newer !== undefined && (
        <div className={styles["changed"]}>
          <Icon name="warn" />
          <span>{t("notes.linked.changed", { then: t(`terms.stance.${position.stance}`).toLowerCase(), now: t(`terms.stance.${newer.stance}`).toLowerCase() })}</span>
          <span className="grow" />
          {!changes.has(block.id) && <Button
            size="small"
            onPress={() => {
              store.edit(block.id, { ...body, position: newer.id });
              void toastSaved(store, t("notes.linked.used"));
            }}
          >
            {t("notes.linked.use")}
          </Button>}
        </div>
      )}
    </div>
  );
}

/** Actor, issue, stance and day, with the way to the position. */
export function PositionLine({ position }: { position: Position }) {
  const { names } = useNote();
  return (
    <div className={styles["meta"]}>
      <b>{names.actorList(position.actors)}</b>
      <Stance stance={position.stance} />
      <span className="cut">{`${names.issue(position.issue)}, ${showDate(position.as_of)}`}</span>
      <span className="grow" />
      <Button look="link" onPress={() => goTo({ name: "positions", actor: position.actors[0] ?? "", issue: position.issue, position: position.id })}>{t("notes.editor.openPosition")}</Button>
    </div>
  );
}

/** The position at the end of the line of those that took this one's place. */
export function latest(position: Position, positions: ReadonlyMap<string, Position>): Position | undefined {
  const next = [...positions.values()].find((other) => other.supersedes === position.id && other.state !== "withdrawn");
  return next === undefined ? undefined : (latest(next, positions) ?? next);
}
