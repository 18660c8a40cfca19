import type { PositionId } from "../../api/generated";
import { useNames, type Names } from "../../api/names";
import { useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Bar } from "../../design/Bar";
import { DateField } from "../../design/DateField";
import { EmptyState } from "../../design/EmptyState";
import { Icon } from "../../design/icons/Icon";
import { Menu } from "../../design/Menu";
import { RowGrid } from "../../design/RowGrid";
import { Stance } from "../../design/stance/Stance";
import { t } from "../../i18n";
import { showDate, showMoment } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { written } from "../../lib/written";
import styles from "./ChangesTab.module.css";
import { PutAnalysis } from "./PutAnalysis";
import { PutInNote } from "./PutInNote";
import table from "./table.module.css";
import { useOneOf } from "./useOneOf";
import type { Since } from "./useSince";

/** What has moved since a day or an export: then and now, side by side. */
export function ChangesTab({ since, count }: { since: Since; count: number | undefined }) {
  const names = useNames();
  const exported = since.exported;
  return (
    <>
      <Bar second>
        <span className="t13 muted">{t("positions.changes.since")}</span>
        <div className={styles["day"]}>
          <DateField bare size="small" label={t("positions.changes.since")} value={since.day} onChange={since.setDay} />
        </div>
        {since.exports.length > 0 && (
          <Menu
            label={t("positions.changes.sinceExport")}
            trigger={<Button look="quiet" size="small">{t("positions.changes.sinceExport")}<Icon name="down" /></Button>}
            groups={[{ entries: since.exports.map((one) => ({ id: one.id, label: one.file_name, end: showMoment(one.at), chosen: one.id === exported?.id, run: () => since.setExport(one.id) })) }]}
          />
        )}
        <span className="t13 faint cut">
          {exported !== undefined && t("positions.changes.exported", { file: exported.file_name, version: exported.version, moment: showMoment(exported.at) })}
        </span>
        <span className="grow" />
        <PutAnalysis of={{ asks: "changes", since: since.moment }} />
      </Bar>
      {count === 0 && <div className={table["scroll"]}><EmptyState title={t("positions.changes.none")} /></div>}
      {count !== undefined && count > 0 && (
        <RowGrid label={t("positions.tabs.changes")} columns={styles["change"]} count={count} rowHeight={120}>
          {(index, isStop) => <ChangeItem index={index} since={since.moment} isStop={isStop} names={names} />}
        </RowGrid>
      )}
    </>
  );
}

function ChangeItem({ index, since, isStop, names }: { index: number; since: string; isStop: boolean; names: Names }) {
  const change = useOneOf("change_list", index, { since });
  if (change === undefined) return null;
  const { then, now } = change;
  const actors = names.actorList(change.actors);
  const issue = names.issue(change.issue);
  return (
    <>
      <div role="rowheader" className={styles["what"]}>
        <b>{actors}</b>
        <span className="muted">{issue}</span>
        <span className="grow" />
        {then !== null && now !== null && (
          <PutInNote size="small" excludeFromTabOrder={!isStop} body={() => ({ kind: "change", from: then, to: now, label: [{ type: "text", text: `${actors}: ${issue}` }] })} />
        )}
      </div>
      {then === null ? <div role="gridcell" className="muted">{t("positions.changes.new")}</div> : <Side id={then} label={t("positions.changes.then")} isStop={isStop} />}
      <Icon name="right" />
      {now === null ? <div role="gridcell" className="muted">{t("positions.changes.withdrawn")}</div> : <Side id={now} label={t("positions.changes.now")} isStop={isStop} />}
    </>
  );
}

/** A position as it stood: stance, day, its first words. */
function Side({ id, label, isStop }: { id: PositionId; label: string; isStop: boolean }) {
  const full = useRead("position_get", { id }).data;
  if (full === undefined) return <div className={styles["side"]} role="gridcell" />;
  const { position, excerpts: [excerpt], sources: [source] } = full;
  return (
    <div className={styles["side"]} role="gridcell">
      <div className="row">
        <span className="sr">{label}</span>
        <Stance stance={position.stance} />
        <Button look="link" excludeFromTabOrder={!isStop} onPress={() => goTo({ name: "positions", actor: position.actors[0] ?? "", issue: position.issue, position: position.id })}>{showDate(position.as_of)}</Button>
      </div>
      {position.summary !== null && <p dir="auto">{position.summary}</p>}
      {excerpt === undefined ? <p className="t13 faint">{t("positions.changes.noQuote")}</p> : <blockquote {...written(excerpt.quote, source?.language)}>{excerpt.quote}</blockquote>}
      {source !== undefined && <p className="t13 muted cut"><bdi>{source.title}</bdi></p>}
    </div>
  );
}
