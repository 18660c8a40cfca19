import { lazy, Suspense, useEffect, useState } from "react";
import type { CommandError } from "../api/client";
import { useRead } from "../api/query";
import type { Command } from "../design/commands";
import { letOffersGo, toastError } from "../design/toasts";
import { draftsAreOf } from "../design/useDraft";
import { SearchBox } from "../features/search/SearchBox";
import { useAdding } from "../features/sources/useAdding";
import { Welcome } from "../features/start/Welcome";
import { t } from "../i18n";
import { focusHome } from "../lib/focus";
import { useShortcuts } from "../lib/keys";
import { stepRegion } from "../lib/regions";
import { PLACES, resumeIn, returnTo, usePlace, type PlaceName } from "../lib/place";
import { beginNote } from "./beginNote";
import { Fault } from "./Fault";
import { Frame } from "./Frame";
import { KeysSheet } from "./KeysSheet";
import { highestMarking } from "./marking";
import { PathPrompt } from "./PathPrompt";
import { AddingLayer, SourcesPlace } from "./SourcesPlace";
import { TopBar } from "./TopBar";
import { useDossiers } from "./useDossiers";
import { useUndo } from "./useUndo";

// Sources is where one starts; the other places are read in when they are first gone to.
const PositionsPlace = lazy(async () => ({ default: (await import("./PositionsPlace")).PositionsPlace }));
const NotesPlace = lazy(async () => ({ default: (await import("./NotesPlace")).NotesPlace }));
const IndexPlace = lazy(async () => ({ default: (await import("./IndexPlace")).IndexPlace }));
const HistoryView = lazy(async () => ({ default: (await import("../features/history/HistoryView")).HistoryView }));
const SettingsView = lazy(async () => ({ default: (await import("../features/settings/SettingsView")).SettingsView }));

/** The whole window: the frame, the place one is in, and what opens over it. */
export function Shell() {
  const { data: state } = useRead("app_state", {});
  const [problem, setProblem] = useState<CommandError | undefined>();
  const [isFinding, setFinding] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const dossier = state?.dossier ?? undefined;
  const place = usePlace();
  const dossiers = useDossiers((next) => {
    setProblem(next);
    // The first page says it itself.
    if (next !== undefined && (dossier !== undefined || place.name === "settings")) toastError(next);
  });
  const { undo, redo } = useUndo(state);
  const adding = useAdding((name, then) => {
    if (dossier !== undefined) then();
    else dossiers.beginWith(name === "" ? t("shell.untitled") : name, then);
  });
  const markings = useRead("dossier_markings", dossier === undefined ? undefined : {}).data ?? [];
  const sources = useRead("source_list", dossier === undefined ? undefined : {}).data ?? [];

  const id = dossier?.head.id;
  const title = dossier?.head.title;
  const isKnown = state !== undefined;
  useEffect(() => {
    letOffersGo();
    draftsAreOf(id ?? "");
    if (id !== undefined) resumeIn(id);
    // Opened, begun or closed: the button that did it is gone.
    return isKnown ? focusHome() : undefined;
  }, [id, isKnown]);
  useEffect(() => {
    document.title = title === undefined ? t("shell.program") : t("shell.windowTitle", { title });
  }, [title]);

  const hasDossier = dossier !== undefined;
  const visit = (name: PlaceName) => {
    returnTo(name);
    // What had the focus is gone with the place it was in.
    focusHome();
  };
  useShortcuts(t("shell.keys.everywhere"), [
    { keys: "Ctrl K", label: t("shell.find"), run: () => setFinding(true) },
    { keys: "Ctrl Z", label: t("common.undo"), run: undo, inFields: false },
    { keys: "Ctrl Shift Z", label: t("common.redo"), run: redo, inFields: false },
    { keys: "Ctrl Y", label: t("common.redo"), run: redo, inFields: false, hidden: true },
    { keys: "Ctrl O", label: t("sources.openFiles"), run: hasDossier ? adding.chooseFiles : dossiers.open },
    ...PLACES.map((name, index) => ({ keys: `Ctrl ${String(index + 1)}`, label: t(`shell.places.${name}`), run: () => visit(name) })),
    { keys: "F6", label: t("shell.keys.region"), run: () => stepRegion(1) },
    { keys: "Shift F6", label: t("shell.keys.regionBefore"), run: () => stepRegion(-1) },
    { keys: "?", label: t("shell.keys.title"), run: () => setShowsKeys(true) },
  ]);

  const commands: Command[] = [
    ...(hasDossier
      ? [
          { id: "note", label: t("notes.list.new"), words: t("search.words.note"), icon: "notes" as const, run: beginNote },
          { id: "import", label: t("search.commands.importFiles"), icon: "drop" as const, keys: "Ctrl O", run: adding.chooseFiles },
          { id: "paste", label: t("search.commands.paste"), icon: "notes" as const, run: () => adding.openPaste() },
          ...(state?.undo == null ? [] : [{ id: "undo", label: t("shell.undoStep", { step: t(`steps.${state.undo.op}.undo`) }), icon: "undo" as const, keys: "Ctrl Z", run: undo }]),
          ...(state?.redo == null ? [] : [{ id: "redo", label: t("shell.redoStep", { step: t(`steps.${state.redo.op}.undo`) }), icon: "redo" as const, keys: "Ctrl Shift Z", run: redo }]),
          ...PLACES.map((name, index) => ({ id: name, label: t("search.commands.goTo", { place: t(`shell.places.${name}`) }), icon: name, keys: `Ctrl ${String(index + 1)}`, run: () => visit(name) })),
        ]
      : []),
    { id: "new", label: t("shell.dossier.new"), icon: "plus", run: dossiers.begin },
    { id: "open", label: t("shell.dossier.open"), icon: "open", run: dossiers.open },
    { id: "sample", label: t("shell.dossier.sample"), icon: "sources", run: dossiers.sample },
    ...(hasDossier ? [{ id: "close", label: t("shell.dossier.close"), icon: "close" as const, run: dossiers.close }] : []),
    { id: "keys", label: t("shell.keys.title"), icon: "cmd", keys: "?", run: () => setShowsKeys(true) },
  ];

  return (
    <>
      <Frame
        placesEnabled={hasDossier}
        top={
          <TopBar
            state={state}
            marking={highestMarking(markings, dossier?.head.marking ?? null, sources)}
            dossiers={dossiers}
            onFind={() => setFinding(true)}
            onUndo={undo}
            onRedo={redo}
            onKeys={() => setShowsKeys(true)}
          />
        }
      >
        <Fault at={place.name}>
        {!hasDossier && state !== undefined && place.name !== "settings" && (
          <Welcome
            recent={state.recent}
            onNew={dossiers.begin}
            onOpen={dossiers.open}
            onRecent={dossiers.openAt}
            onSample={dossiers.sample}
            problem={problem}
          />
        )}
        {hasDossier && place.name === "sources" && <SourcesPlace key={id} adding={adding} onSample={dossiers.sample} />}
        <Suspense>
        {hasDossier && place.name === "positions" && <PositionsPlace key={id} />}
        {hasDossier && place.name === "notes" && <NotesPlace key={id} />}
        {hasDossier && place.name === "index" && <IndexPlace key={id} />}
        {hasDossier && place.name === "history" && <HistoryView key={id} />}
        {place.name === "settings" && <SettingsView />}
        </Suspense>
        </Fault>
      </Frame>
      {state !== undefined && <AddingLayer adding={adding} hasDossier={hasDossier} onDossier={dossiers.openAt} />}
      <SearchBox isOpen={isFinding} onClose={() => setFinding(false)} commands={commands} hasDossier={hasDossier} />
      <KeysSheet isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
      <PathPrompt />
    </>
  );
}
