import { useRef } from "react";
import type { ActorId, IssueId, PartialDate, PositionId } from "../../api/generated";
import { useNames } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { toastDone, toastError } from "../../design/toasts";
import { useHasDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { focusOnceGone } from "../../lib/focus";
import { goTo } from "../../lib/place";
import { cellInUse } from "./cellInUse";
import { PositionForm } from "./PositionForm";
import { PositionView } from "./PositionView";
import styles from "./PositionView.module.css";
import { PutInNote } from "./PutInNote";
import { openSourceOf } from "./useMatrixView";

/** The evidence for what is selected: a position with its quotes, its form while it is edited, or a gap. */
export function PositionPanel({ position, actor, issue, asOf, order, isEditing, onEditing, onCompare }: {
  position: PositionId | undefined;
  actor: ActorId | undefined;
  issue: IssueId | undefined;
  asOf: PartialDate;
  /** Positions in the order in which they are gone through. */
  order: readonly PositionId[];
  isEditing: boolean;
  onEditing: (editing: boolean) => void;
  onCompare: () => void;
}) {
  const names = useNames();
  const { data, error } = useRead("position_get", position === undefined ? undefined : { id: position });
  const withdraw = useAct("position_withdraw");
  const remove = useAct("position_delete");
  const about = position === undefined ? `gap ${actor ?? ""} ${issue ?? ""}` : `position ${position}`;
  const hasDraft = useHasDraft(about);
  const index = position === undefined ? -1 : order.indexOf(position);

  const more = useRef<HTMLButtonElement>(null);
  // The position may go with the button that has the focus again after its menu.
  const goOn = () => focusOnceGone(more.current, cellInUse);
  const menu = data !== undefined && (
    <Menu
      label={t("positions.panel.more")}
      placement="bottom end"
      trigger={<IconButton ref={more} icon="more" label={t("positions.panel.more")} />}
      groups={[
        {
          entries: [
            {
              id: "withdraw",
              label: t("positions.panel.withdraw"),
              disabled: data.position.state === "withdrawn",
              run: () => {
                goOn();
                withdraw.mutate({ id: data.position.id }, { onSuccess: () => toastDone(t("positions.panel.withdrawn")), onError: toastError });
              },
            },
            {
              id: "delete",
              label: t("positions.panel.delete"),
              danger: true,
              run: () => {
                goOn();
                remove.mutate(
                  { id: data.position.id },
                  {
                    onSuccess: () => {
                      goTo({ name: "positions", ...(actor === undefined ? {} : { actor }), ...(issue === undefined ? {} : { issue }) });
                      toastDone(t("positions.panel.deleted"));
                    },
                    onError: toastError,
                  },
                );
              },
            },
          ],
        },
      ]}
    />
  );
  const bar = (
    <Bar>
      <h2 className={styles["title"]}>{t("positions.panel.title")}</h2>
      <span className="grow" />
      {index >= 0 && <span className="t13 faint">{t("positions.panel.of", { index: index + 1, total: order.length })}</span>}
      {menu}
    </Bar>
  );

  if (isEditing || hasDraft) {
    return (
      <Panel label={t("positions.panel.label")} bar={bar}>
        {(position === undefined || data !== undefined) && (
          <PositionForm
            key={about}
            about={about}
            isOpened={isEditing}
            position={data?.position}
            actor={actor}
            issue={issue}
            onDone={(id) => {
              onEditing(false);
              if (position === undefined && id !== undefined && actor !== undefined && issue !== undefined) goTo({ name: "positions", actor, issue });
            }}
            onBringBack={() => goTo({ name: "positions", ...(position === undefined ? {} : { position }), ...(actor === undefined ? {} : { actor }), ...(issue === undefined ? {} : { issue }) })}
          />
        )}
      </Panel>
    );
  }
  if (position === undefined) {
    const isGap = actor !== undefined && issue !== undefined;
    return (
      <Panel label={t("positions.panel.label")} bar={bar}>
        {isGap ? (
          <EmptyState title={names.actor(actor)} action={<Button onPress={() => onEditing(true)} keys="Enter">{t("positions.panel.record")}</Button>}>
            {names.issue(issue)}
            <br />
            <br />
            <b>{t("positions.panel.gap", { date: showDate(asOf, "full") })}</b> {t("positions.panel.gapHelp")}
          </EmptyState>
        ) : (
          <EmptyState title={t("positions.panel.nothing")}>{t("positions.panel.nothingHelp")}</EmptyState>
        )}
      </Panel>
    );
  }
  return (
    <Panel
      label={t("positions.panel.label")}
      bar={bar}
      foot={
        data !== undefined && (
          <>
            <Button onPress={() => onEditing(true)} keys="Enter">{t("positions.panel.edit")}</Button>
            <PutInNote body={() => ({ kind: "position", position: data.position.id })} />
            <span className="grow" />
            <Button look="quiet" keys="O" isDisabled={data.excerpts.length === 0} onPress={() => void openSourceOf(data.position.id)}>{t("positions.panel.source")}</Button>
          </>
        )
      }
    >
      {error !== null && <ErrorNotice problem={error} />}
      {data !== undefined && <PositionView full={data} names={names} asOf={asOf} onCompare={onCompare} />}
    </Panel>
  );
}
