import { useRef, useState } from "react";
import { Button as Press } from "react-aria-components/Button";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { useCommands } from "../../design/commands";
import { EmptyState } from "../../design/EmptyState";
import { IconButton } from "../../design/IconButton";
import { Kbd } from "../../design/Kbd";
import { ErrorNotice } from "../../design/Notice";
import { toast } from "../../design/toasts";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { useShortcuts } from "../../lib/keys";
import { useStorePart } from "../../lib/store";
import { written } from "../../lib/written";
import { askForFiles } from "../../api/paths";
import { CitePopover } from "./CitePopover";
import { CommentDialog, type CommentQuestion } from "./CommentDialog";
import { CommentList } from "./CommentList";
import { FindReplace } from "./FindReplace";
import { FootnoteDialog } from "./FootnoteDialog";
import { PictureDialog, type ChosenPicture } from "./PictureDialog";
import styles from "./EditorPane.module.css";
import { answerFarKey } from "./farKeys";
import { lastField, lastView, lookAtTop } from "./fields";
import { selectedFootnote, wordsOf } from "./footnotes";
import { goBack, InsertPopover, type InsertQuestion } from "./InsertPopover";
import { NoteContext } from "./noteContext";
import type { NoteStore } from "./noteStore";
import { Part } from "./Part";
import { useBlockFocus } from "./useBlockFocus";
import { isChangedSinceClearance, type NoteChecks } from "./useChecks";
import { useComments } from "./useComments";
import type { OpenNote } from "./useOpenNote";

/** The note as it is written: its blocks in order, and what can be put among them. */
export function EditorPane({ work, checks, onBack, onFacts, onVersions, children }: {
  work: OpenNote;
  checks: NoteChecks;
  onBack: () => void;
  onFacts: () => void;
  onVersions: () => void;
  children?: React.ReactNode;
}) {
  const { note, store } = work;
  // Which blocks there are, and not what they say: a key in one of a thousand is that one's matter.
  const parts = useStorePart(store, (state) => state.parts);
  const problem = useStorePart(store, (state) => state.problem);
  const [inserting, setInserting] = useState<InsertQuestion | undefined>();
  const [citing, setCiting] = useState<Element | undefined>();
  const [picture, setPicture] = useState<ChosenPicture | undefined>();
  const [remarking, setRemarking] = useState<CommentQuestion | undefined>();
  const [footnote, setFootnote] = useState<string | undefined>();
  const [isFinding, setFinding] = useState(false);
  const comments = useComments(note.id);
  const pane = useRef<HTMLElement>(null);
  const blocks = useRef<HTMLDivElement>(null);
  useBlockFocus(blocks, store);
  const find = () => {
    setFinding(true);
    // The list of commands gives the focus back to where it was before.
    focusAfterDialogs(() => pane.current?.querySelector<HTMLElement>("search input") ?? null);
  };
  const closeFinding = () => {
    setFinding(false);
    lastView()?.focus();
  };
  useShortcuts(t("notes.title"), [
    { keys: "Ctrl F", label: t("notes.keys.find"), run: find },
    { keys: "Ctrl H", label: t("notes.keys.find"), run: find, hidden: true },
  ]);
  useCommands([
    { id: "find", label: t("notes.keys.find"), icon: "find", keys: "Ctrl F", run: find },
    { id: "footnote", label: t("notes.footnote.command"), icon: "notes", run: () => openFootnote() },
  ]);
  const choosePicture = async (question: InsertQuestion) => {
    const among = store.get().blocks.map(({ id }) => id);
    const [path] = await askForFiles(t("notes.picture.dialog"));
    if (path === undefined) goBack(question);
    else setPicture({ ...question, path, among });
  };
  const openFootnote = () => {
    const view = lastView();
    if (view === undefined) {
      toast({ text: t("notes.cite.noField") });
      return;
    }
    const there = selectedFootnote(view);
    setFootnote(there === undefined ? "" : wordsOf(there));
  };
  const openCite = (anchor: Element) => {
    if (lastView() === undefined) toast({ text: t("notes.cite.noField") });
    else setCiting(anchor);
  };
  const insertAtCaret = (anchor: Element) => setInserting({ anchor, after: lastField()?.block ?? store.get().blocks.at(-1)?.id ?? null, replacing: undefined });
  return (
    <NoteContext value={{ ...work, openInsert: (anchor, after, replacing) => setInserting({ anchor, after, replacing }), openCite, openFootnote, openComment: setRemarking }}>
      <section className={styles["pane"]} aria-label={t("notes.editor.label")} ref={pane}>
        <Bar className={styles["bar"]}>
          <IconButton icon="left" label={t("notes.list.back")} onPress={onBack} />
          <h1 title={note.title}><Press className={styles["title"] ?? ""} {...written(note.title, note.language)} aria-label={t("notes.editor.titleFacts", { title: note.title })} onPress={onFacts}>{note.title}</Press></h1>
          <span className={styles["state"]}>
            {`${t("notes.list.version", { version: note.version })}, ${note.clearance?.version === note.version && !isChangedSinceClearance(checks) ? t("notes.list.cleared") : t("notes.list.draft")}`}
          </span>
          <SavedStatus store={store} />
          <span className="grow" />
          <Button look="quiet" icon="plus" onPress={({ target }) => insertAtCaret(target)}>{t("notes.editor.insert")}<Kbd keys="/" always /></Button>
          <Button look="quiet" onPress={({ target }) => openCite(target)}>{t("notes.editor.cite")}<Kbd keys="@" always /></Button>
          <Button look="quiet" onPress={openFootnote}>{t("notes.footnote.add")}</Button>
          <IconButton icon="history" label={t("notes.versions.action")} onPress={onVersions} />
          <IconButton icon="settings" label={t("notes.editor.facts")} onPress={onFacts} />
        </Bar>
        {problem !== undefined && (
          <div className={styles["problem"]}>
            <ErrorNotice problem={problem} action={<>{t("notes.editor.unsaved")} <Button look="link" onPress={() => void store.flush()}>{t("common.tryAgain")}</Button></>} />
          </div>
        )}
        {isFinding && <FindReplace work={work} onClose={closeFinding} />}
        {/* Listens on behalf of the fields and the blocks. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-static-element-interactions */}
        <div className={styles["body"]} data-blocks ref={blocks} onKeyDown={(event) => answerFarKey(event, store)} onScroll={({ currentTarget }) => requestAnimationFrame(() => lookAtTop(currentTarget))}>
          {parts.length === 0 && (
            <EmptyState title={t("notes.editor.empty")} action={<Button look="primary" onPress={() => work.insert({ kind: "paragraph", level: 1, lead: [], text: [] }, null)}>{t("notes.kind.paragraph")}</Button>}>
              {t("notes.editor.emptyHelp")}
            </EmptyState>
          )}
          {parts.map((ids) => <Part key={ids[0]} ids={ids} checks={checks.byBlock} comments={comments.byBlock} />)}
        </div>
        {children}
        <CommentList comments={comments} />
        <InsertPopover question={inserting} onClose={() => setInserting(undefined)} onPicture={(question) => void choosePicture(question)} />
        <PictureDialog chosen={picture} onClose={() => setPicture(undefined)} />
        <FootnoteDialog words={footnote} onClose={() => setFootnote(undefined)} />
        <CommentDialog question={remarking} onClose={() => setRemarking(undefined)} />
        <CitePopover anchor={citing} onClose={() => setCiting(undefined)} />
      </section>
    </NoteContext>
  );
}

/** Whether everything typed is kept, for those who hear it. */
function SavedStatus({ store }: { store: NoteStore }) {
  const isSaved = useStorePart(store, (state) => state.isSaved);
  return <span className="sr" role="status">{isSaved ? t("notes.editor.saved") : ""}</span>;
}
