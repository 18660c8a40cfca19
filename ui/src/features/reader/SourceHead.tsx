import type { ReactNode } from "react";
import type { Source } from "../../api/generated";
import { Button } from "../../design/Button";
import { Marking } from "../../design/Chip";
import { Notice } from "../../design/Notice";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { WORDS } from "../../lib/locale";
import { written } from "../../lib/written";
import styles from "./SourceHead.module.css";

/** Title of the source and what is known of it, above its text. */
export function SourceHead({ source, onAddDate, children }: { source: Source; onAddDate: () => void; children?: ReactNode }) {
  const facts = [
    t(`terms.sourceKind.${source.kind}`),
    source.publisher,
    source.published !== null && showDate(source.published, "full"),
    source.language !== null && languageName(source.language),
    source.reliability !== null && t("reader.reliability", { grade: source.reliability }),
  ].filter((fact) => typeof fact === "string");
  return (
    <header className={styles["head"]}>
      <h1 {...written(source.title, source.language)}>{source.title}</h1>
      <p>
        {facts.join(" · ")}
        {source.published === null && <Button look="link" onPress={onAddDate}>{t("reader.addDate")}</Button>}
        {source.marking !== null && <Marking>{source.marking}</Marking>}
      </p>
      {source.state === "withdrawn" && <Notice kind="warning">{t("reader.withdrawn", { reason: source.state_reason ?? "" })}</Notice>}
      {source.state === "superseded" && <Notice kind="warning">
        {t("reader.superseded")}{" "}
        {source.superseded_by !== null && <Button look="link" onPress={() => goTo({ name: "sources", source: source.superseded_by ?? undefined })}>{t("reader.openNewer")}</Button>}
      </Notice>}
      {children}
    </header>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(WORDS, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
