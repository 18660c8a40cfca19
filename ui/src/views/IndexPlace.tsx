import { useState } from "react";
import type { ActorId, IssueId } from "../api/generated";
import { useRead } from "../api/query";
import { EmptyState } from "../design/EmptyState";
import { Panel } from "../design/Panel";
import { SplitPane } from "../design/SplitPane";
import { ActorPanel } from "../features/index/ActorPanel";
import { ActorsPane } from "../features/index/ActorsPane";
import { beside, besideActor } from "../features/index/actorTree";
import { ImportActors } from "../features/index/ImportActors";
import { IssuePanel, NewIssue } from "../features/index/IssuePanel";
import { IssuesPane } from "../features/index/IssuesPane";
import { MergePanel } from "../features/index/MergePanel";
import { NewActor } from "../features/index/NewActor";
import { SplitPanel } from "../features/index/SplitPanel";
import { t } from "../i18n";
import { focusWhenThere } from "../lib/focus";
import { useShortcuts } from "../lib/keys";
import { goTo, usePlaceOf } from "../lib/place";
import { leaving, partOf, useRoom } from "../lib/room";

type Doing = "actor" | "issue" | "merge" | "split" | "import" | undefined;

/** The index: actors as a tree, issues in order, and what is said about the one selected. */
export function IndexPlace() {
  const dossier = useRead("app_state", {}).data?.dossier?.head.id ?? "";
  const actors = useRead("actor_list", {}).data ?? [];
  const issues = useRead("issue_list", {}).data ?? [];
  const place = usePlaceOf("index");
  const room = useRoom();
  const [several, setSeveral] = useState<readonly ActorId[]>([]);
  const [doing, setDoing] = useState<Doing>();
  // Several are selected only until one goes elsewhere.
  const chosen = several.length > 1 && several[0] === place.actor ? several : place.actor === undefined ? [] : [place.actor];
  const actor = actors.find((row) => row.actor.id === place.actor)?.actor;
  const issue = issues.find((row) => row.issue.id === place.issue);

  const choose = (ids: ActorId[]) => {
    setDoing(undefined);
    setSeveral(ids);
    if (ids[0] !== undefined) goTo({ name: "index", actor: ids[0] });
  };
  const focusPart = (part: "name" | "alias") => () => {
    setDoing(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`[data-part=${part}] input`)?.focus());
  };
  const backTo = (id: ActorId | undefined) => {
    setDoing(undefined);
    setSeveral([]);
    if (id !== undefined) goTo({ name: "index", actor: id });
    focusRow("treegrid", id);
  };
  const backToIssue = (id: IssueId | undefined) => {
    if (id !== undefined) goTo({ name: "index", issue: id });
    focusRow("grid", id);
  };
  useShortcuts(t("actorsAndIssues.title"), [
    { keys: "Ctrl N", label: t("actorsAndIssues.actors.new"), run: () => setDoing("actor") },
    { keys: "Ctrl I", label: t("actorsAndIssues.roll.open"), run: () => setDoing("import") },
    { keys: "F2", label: t("actorsAndIssues.actors.rename"), run: focusPart("name") },
    { keys: "A", label: t("actorsAndIssues.actors.addName"), run: focusPart("alias") },
    { keys: "Ctrl M", label: t("actorsAndIssues.actors.merge"), run: () => chosen.length > 0 && setDoing("merge") },
  ]);

  const bringBack = (what: Doing, of?: ActorId) => () => {
    goTo({ name: "index", ...(of === undefined ? {} : { actor: of }) });
    setDoing(what);
  };
  const panel = () => {
    if (doing === "actor") return <NewActor rows={actors} parent={actor?.parent ?? null} onDone={backTo} onBringBack={bringBack("actor")} />;
    if (doing === "issue") {
      return (
        <NewIssue
          onDone={(id) => {
            setDoing(undefined);
            if (id !== undefined) goTo({ name: "index", issue: id });
          }}
          onBringBack={bringBack("issue")}
        />
      );
    }
    if (doing === "merge" && chosen[0] !== undefined) return <MergePanel key={chosen.join()} first={chosen[1] ?? chosen[0]} second={chosen.length > 1 ? chosen[0] : undefined} rows={actors} onDone={backTo} />;
    if (doing === "split" && actor !== undefined) return <SplitPanel key={actor.id} actor={actor} onDone={backTo} onBringBack={bringBack("split", actor.id)} />;
    if (actor !== undefined) return <ActorPanel key={actor.id} actor={actor} rows={actors} onMerge={() => setDoing("merge")} onSplit={() => setDoing("split")} onGone={() => backTo(besideActor(actors, actor))} />;
    if (issue !== undefined) return <IssuePanel key={issue.issue.id} row={issue} rows={issues} onGone={() => backToIssue(beside(issues.map((row) => row.issue.id), issue.issue.id))} />;
    return (
      <Panel label={t("actorsAndIssues.actor.label")}>
        <EmptyState title={t("actorsAndIssues.actor.nothing")}>{t("actorsAndIssues.actor.nothingHelp")}</EmptyState>
      </Panel>
    );
  };

  return (
    <SplitPane id="index.panel" label={t("actorsAndIssues.panelWidth")} side="end" initial={344} min={partOf(room, 0.36, 260)} max={leaving(room, 660, 520, partOf(room, 0.36, 260))} pane={panel()}>
      <SplitPane
        id="index.issues"
        label={t("actorsAndIssues.issuesWidth")}
        side="end"
        initial={288}
        min={partOf(room, 0.28, 200)}
        max={leaving(room, 720, 480, partOf(room, 0.28, 210))}
        pane={
          <IssuesPane
            chosen={place.issue}
            onChoose={(id) => {
              setDoing(undefined);
              goTo({ name: "index", issue: id });
            }}
            onNew={() => setDoing("issue")}
          />
        }
      >
        <ActorsPane
          dossier={dossier}
          chosen={chosen}
          onChoose={choose}
          onNew={() => setDoing("actor")}
          onRename={focusPart("name")}
          onAddName={focusPart("alias")}
          onMerge={() => setDoing("merge")}
          onImport={() => setDoing("import")}
        />
        {doing === "import" && <ImportActors onClose={() => setDoing(undefined)} />}
      </SplitPane>
    </SplitPane>
  );
}

/** Leads the focus to a row of the actors or the issues: the one named, or else the one that is chosen. */
function focusRow(list: "treegrid" | "grid", id: string | undefined): void {
  const row = id === undefined ? "[aria-selected=true]" : `[data-key="${id}"]`;
  focusWhenThere(() => document.querySelector(`[role=${list}] ${row}`), () => document.querySelector(`[role=${list}]`));
}
