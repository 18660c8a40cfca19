import { useState } from "react";
import type { Export, NoteId } from "../../api/generated";
import { useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import styles from "./NotesList.module.css";
import { VersionsDialog } from "./VersionsDialog";

/** What left the building: when, for whom, under which name, and the beginning of the file's hash. */
export function ExportsList({ note }: { note?: NoteId }) {
  const exports = useRead("export_list", note === undefined ? {} : { note }).data;
  const notes = useRead("note_list", {}).data ?? [];
  const [since, setSince] = useState<Export | undefined>();
  const ofSince = notes.find((one) => one.id === since?.note);
  if (exports === undefined || (exports.length === 0 && notes.length === 0)) return null;
  return (
    <section aria-label={t("notes.list.exports")}>
      <h2 className={styles["heading"]}>{t("notes.list.exports")}</h2>
      {exports.length === 0 && <p className={styles["none"]}>{t("notes.list.noExports")}</p>}
      {exports.length > 0 && (
        <table className={styles["table"]} aria-label={t("notes.list.exports")}>
          <thead>
            <tr>{(["at", "note", "copy", "file", "pages", "sha"] as const).map((column) => <th key={column} scope="col">{t(`notes.list.columns.${column}`)}</th>)}<th><span className="sr">{t("notes.versions.since")}</span></th></tr>
          </thead>
          <tbody>
            {exports.map((one) => (
              <tr key={one.id}>
                <td>{showMoment(one.at)}</td>
                <td>{t("notes.list.exportedNote", { note: notes.find((other) => other.id === one.note)?.title ?? "", version: one.version })}</td>
                <td>{t(`notes.list.copy.${one.copy}`)}</td>
                <td>{one.file_name}</td>
                <td>{one.pages === 0 ? "–" : one.pages}</td>
                <td className={styles["sha"]} title={one.sha256}>{one.sha256.slice(0, 12)}</td>
                <td>
                  {notes.some((other) => other.id === one.note) && (
                    <Button look="link" aria-label={t("notes.versions.sinceNamed", { file: one.file_name })} onPress={() => setSince(one)}>{t("notes.versions.since")}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ofSince !== undefined && since !== undefined && (
        <VersionsDialog note={ofSince} isOpen onClose={() => setSince(undefined)} before={() => Promise.resolve()} since={since.id} />
      )}
    </section>
  );
}
