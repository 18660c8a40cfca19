import { useEffect, useEffectEvent, useState } from "react";
import type { NoteWithBlocks } from "../../api/generated";
import { useRead } from "../../api/query";
import { useCommands } from "../../design/commands";
import { SplitPane } from "../../design/SplitPane";
import { hasDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { useShortcuts } from "../../lib/keys";
import { goTo } from "../../lib/place";
import { leaving, partOf, useRoom } from "../../lib/room";
import { Checks } from "./Checks";
import { EditorPane } from "./EditorPane";
import { EvidenceTray } from "./EvidenceTray";
import { aboutFacts, FactsDialog } from "./FactsDialog";
import { firstToFill } from "./firstToFill";
import { Outline } from "./Outline";
import { PagesPane } from "./PagesPane";
import { useChecks } from "./useChecks";
import { homeOf, useOpenNote } from "./useOpenNote";
import { usePages } from "./usePages";
import { VersionsDialog } from "./VersionsDialog";

/** An open note: outline and evidence, the editor, the pages. */
export function NoteView({ full }: { full: NoteWithBlocks }) {
  const { note } = full;
  const { shown, error, isRefreshing } = usePages(note.id);
  const work = useOpenNote(full, shown);
  const templates = useRead("template_list", {}).data ?? [];
  const room = useRoom();
  // Details that somebody was writing when they went elsewhere come back with the note.
  const [showsFacts, setShowsFacts] = useState(() => hasDraft(aboutFacts(note.id)));
  const [showsVersions, setShowsVersions] = useState(false);
  const begin = useEffectEvent(() => {
    const empty = firstToFill(work.store.get().blocks);
    return empty === undefined ? firstField() : homeOf(empty);
  });
  // Whoever opens a note goes on writing it, and whoever begins one fills it in.
  useEffect(() => focusAfterDialogs(() => begin()), [note.id]);
  useShortcuts(t("notes.title"), [
    { keys: "/", label: t("notes.keys.insert"), run: () => firstField()?.focus(), isTyped: true },
    { keys: "@", label: t("notes.keys.cite"), run: () => undefined, isTyped: true },
    { keys: "Alt ↑", label: t("notes.keys.moveUp"), run: () => undefined },
    { keys: "Alt ↓", label: t("notes.keys.moveDown"), run: () => undefined },
    { keys: "Ctrl Alt M", label: t("notes.keys.comment"), run: () => undefined },
    { keys: "Ctrl B", label: t("notes.keys.bold"), run: () => undefined },
    { keys: "Ctrl I", label: t("notes.keys.italic"), run: () => undefined },
  ]);
  useCommands([
    { id: "facts", label: t("notes.facts.title"), words: t("notes.words.facts"), icon: "settings", run: () => setShowsFacts(true) },
    { id: "versions", label: t("notes.versions.command"), words: t("notes.words.versions"), icon: "history", run: () => setShowsVersions(true) },
  ]);
  const checks = useChecks(note.id, shown);
  const toLookAt = new Map([...checks.byBlock].map(([block, found]) => [block, found.length]));

  return (
    <SplitPane
      id="notes.outline"
      label={t("notes.outline.width")}
      initial={264}
      min={partOf(room, 0.25, 200)}
      max={leaving(room, 900, 420, partOf(room, 0.25, 200))}
      pane={
        <>
          <Outline work={work} template={templates.find((one) => one.id === note.template)?.name ?? ""} toLookAt={toLookAt} />
          <EvidenceTray work={work} />
        </>
      }
    >
      <SplitPane
        id="notes.pages"
        label={t("notes.editor.width")}
        side="end"
        initial={472}
        min={partOf(room, 0.36, 260)}
        max={leaving(room, 790, 900, partOf(room, 0.36, 300))}
        pane={<PagesPane note={note.id} title={note.title} paper={note.paper} shown={shown} error={error} isRefreshing={isRefreshing} beforeExport={work.store.flush} />}
      >
        <EditorPane work={work} checks={checks} onBack={() => goTo({ name: "notes" })} onFacts={() => setShowsFacts(true)} onVersions={() => setShowsVersions(true)}>
          <Checks work={work} shown={shown} checks={checks} />
        </EditorPane>
      </SplitPane>
      <VersionsDialog note={note} isOpen={showsVersions} onClose={() => setShowsVersions(false)} before={work.store.flush} />
      {showsFacts && (
        <FactsDialog
          note={note}
          onClose={() => setShowsFacts(false)}
          onBringBack={() => {
            goTo({ name: "notes", note: note.id });
            setShowsFacts(true);
          }}
        />
      )}
    </SplitPane>
  );
}

const firstField = () => document.querySelector<HTMLElement>("[data-note-field]");
