import { useState } from "react";
import type { Export, Note, NoteState, NoteVersion } from "../../api/generated";
import { useRead } from "../../api/query";
import { Dialog } from "../../design/Dialog";
import { ErrorNotice } from "../../design/Notice";
import { Select } from "../../design/Select";
import { t } from "../../i18n";
import { showMoment } from "../../lib/dates";
import { ClearanceForm } from "./ClearanceForm";
import { ComparisonView } from "./ComparisonView";
import { KeepVersionForm } from "./KeepVersionForm";
import { VersionList } from "./VersionList";
import styles from "./VersionsDialog.module.css";

const NOW = "now";

/** The note's versions: keeping one, clearing one, and what changed between any two, exports among them. */
export function VersionsDialog({ note, isOpen, onClose, before, since }: {
  note: Note;
  isOpen: boolean;
  onClose: () => void;
  /** Saves what is being typed. */
  before: () => Promise<void>;
  /** What is compared with the note of now, to begin with. */
  since?: string | undefined;
}) {
  return (
    <Dialog title={t("notes.versions.title", { title: note.title })} isOpen={isOpen} onClose={onClose} width="wide">
      <Versions note={note} before={before} since={since} />
    </Dialog>
  );
}

function Versions({ note, before, since }: { note: Note; before: () => Promise<void>; since: string | undefined }) {
  const versions = useRead("version_list", { id: note.id }).data ?? [];
  const exports = useRead("export_list", { note: note.id }).data ?? [];
  const states = statesOf(versions, exports);
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({ ...(since === undefined ? {} : { from: since }) });
  const from = chosen.from ?? versions[0]?.id ?? exports[0]?.id;
  const to = chosen.to ?? NOW;
  const asked = from === undefined ? undefined : { note: note.id, from: stateOf(from, exports), to: stateOf(to, exports) };
  const { data, error } = useRead("version_compare", asked, { hold: true });
  return (
    <div className={styles["versions"]}>
      <div className={styles["acts"]}>
        <KeepVersionForm note={note} before={before} />
        <ClearanceForm note={note} before={before} />
      </div>
      <VersionList versions={versions} chosen={from} onCompare={(id) => setChosen({ from: id, to: NOW })} />
      {from === undefined && <p className="muted">{t("notes.versions.none")}</p>}
      {from !== undefined && (
        <section className={styles["compare"]} aria-label={t("notes.versions.compare")}>
          <div className={styles["pair"]}>
            <Select label={t("notes.versions.from")} choices={states.slice(1)} value={from} onChange={(id) => setChosen({ ...chosen, from: id })} />
            <Select label={t("notes.versions.to")} choices={states} value={to} onChange={(id) => setChosen({ ...chosen, to: id })} />
          </div>
          {error !== null && <ErrorNotice problem={error} />}
          {data !== undefined && <ComparisonView comparison={data} language={note.language} />}
        </section>
      )}
    </div>
  );
}

/** The note of now, then versions and exports, as a list to choose from. */
function statesOf(versions: readonly NoteVersion[], exports: readonly Export[]): { id: string; label: string }[] {
  return [
    { id: NOW, label: t("notes.versions.now") },
    ...versions.map(({ id, name, version, at, kind }) => ({ id, label: t("notes.versions.state", { name: kind === "cleared" ? t("notes.versions.clearedBy", { by: name }) : name, version, at: showMoment(at) }) })),
    ...exports.map(({ id, file_name: name, version, at }) => ({ id, label: t("notes.versions.state", { name, version, at: showMoment(at) }) })),
  ];
}

function stateOf(id: string, exports: readonly Export[]): NoteState {
  if (id === NOW) return { of: "now" };
  return exports.some((one) => one.id === id) ? { of: "export", id } : { of: "version", id };
}
