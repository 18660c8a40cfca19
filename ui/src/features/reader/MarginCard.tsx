import type { Verification } from "../../api/generated";
import { Button } from "../../design/Button";
import { Chip, Grade } from "../../design/Chip";
import { classes } from "../../design/classes";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { Stance } from "../../design/stance/Stance";
import type { StanceName } from "../../design/stance/stances";
import { t } from "../../i18n";
import styles from "./MarginCard.module.css";

/** A position as the margin shows it. */
export interface MarginPosition {
  id: string;
  actors: string;
  stance: StanceName;
  /** Issue, condition, date, manner: in the reader's words. */
  lines: readonly string[];
}

/** A kept excerpt beside its passage: who stands where, the memo, and what can be done with it. */
export function MarginCard({ number, positions, memo, translation, grade, verification, isRecognised, orphan, isCurrent, onTag, onMemo, onPlace, onDelete, onOpenPosition }: {
  number: number;
  positions: readonly MarginPosition[];
  memo: string | undefined;
  translation: string | undefined;
  /** Such as B2. */
  grade: string | undefined;
  verification: Verification;
  /** Whether its words were recognised in a picture. */
  isRecognised: boolean;
  /** What is to say when the words have no place in the text. */
  orphan: string | undefined;
  isCurrent: boolean;
  onTag: () => void;
  onMemo: () => void;
  /** Says by hand where an orphan stands. */
  onPlace: () => void;
  onDelete: () => void;
  onOpenPosition: (id: string) => void;
}) {
  const label = orphan !== undefined ? t("reader.place.orphan", { number }) : t(positions.length > 0 ? "reader.margin.withPosition" : "reader.margin.excerpt", { number });
  const marks = (
    <>
      {verification !== "unverified" && <Chip>{t(`terms.verification.${verification}`)}</Chip>}
      {isRecognised && <Chip>{t("reader.scan.chip")}</Chip>}
      {grade !== undefined && <Grade title={t("reader.excerpt.grade")}>{grade}</Grade>}
    </>
  );
  const menu = (
    <Menu
      label={t("reader.margin.more")}
      placement="bottom end"
      trigger={<IconButton icon="more" size="small" label={t("reader.margin.more")} />}
      groups={[
        {
          entries: [
            { id: "tag", label: t("reader.bar.tag"), icon: "positions", keys: "T", run: onTag },
            ...(orphan === undefined ? [] : [{ id: "place", label: t("reader.place.menu"), keys: "O", run: onPlace }]),
            { id: "memo", label: t("reader.margin.writeMemo"), icon: "notes", keys: "M", run: onMemo },
          ],
        },
        { entries: [{ id: "delete", label: t("reader.margin.delete"), danger: true, run: onDelete }] },
      ]}
    />
  );
  return (
    <article className={classes(styles["card"], isCurrent && styles["current"])} aria-label={label}>
      {orphan !== undefined && (
        <div className={styles["line"]}>
          <p className={styles["orphan"]}>{orphan}</p>
          <Button size="small" keys="O" onPress={onPlace}>{t("reader.place.begin")}</Button>
        </div>
      )}
      {positions.length === 0 && (
        <div className={styles["head"]}>
          <div className={styles["line"]}>
            <span className="muted">{t("reader.margin.untagged")}</span>
            <Button size="small" onPress={onTag} keys="T">{t("reader.margin.tag")}</Button>
            <span className="grow" />
            {marks}
          </div>
          {menu}
        </div>
      )}
      {positions.map((position, index) => (
        <div key={position.id} className={styles["position"]}>
          <div className={styles["head"]}>
            <div className={styles["line"]}>
              <b>{position.actors}</b>
              <Button look="link" onPress={() => onOpenPosition(position.id)} aria-label={`${t("reader.margin.openPosition")}: ${t(`terms.stance.${position.stance}`)}`}>
                <Stance stance={position.stance} />
              </Button>
              <span className="grow" />
              {index === 0 && marks}
            </div>
            {index === 0 && menu}
          </div>
          <p>{position.lines.map((line) => <span key={line}><bdi>{line}</bdi><br /></span>)}</p>
        </div>
      ))}
      {translation !== undefined && <p dir="auto">{translation}</p>}
      {memo !== undefined && <p className={styles["memo"]} dir="auto">{memo}</p>}
    </article>
  );
}
