import { useState } from "react";
import type { ActorId } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Bar, KeyBar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import { ErrorNotice } from "../../design/Notice";
import { TextField } from "../../design/TextField";
import { toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { isAllowed, spell } from "../../lib/keys";
import { useRemembered } from "../../lib/remember";
import { ActorTree } from "./ActorTree";
import { afterMove, matching, treeOf } from "./actorTree";
import styles from "./panes.module.css";

/** All actors, narrowed by name or alias. */
export function ActorsPane({ dossier, chosen, onChoose, onNew, onRename, onAddName, onMerge, onImport }: {
  dossier: string;
  chosen: readonly ActorId[];
  onChoose: (ids: ActorId[]) => void;
  onNew: () => void;
  onRename: () => void;
  onAddName: () => void;
  onMerge: () => void;
  onImport: () => void;
}) {
  const { data, error } = useRead("actor_list", {});
  const [sought, setSought] = useState("");
  const [folded, setFolded] = useRemembered<ActorId[]>(`index.folded.${dossier}`, []);
  const move = useAct("actor_move");
  const rows = data ?? [];
  const shown = matching(rows, sought);
  const parents = shown.filter((row) => shown.some((other) => other.actor.parent === row.actor.id)).map((row) => row.actor.id);
  // While one seeks, nothing that was found is folded away.
  const unfolded = new Set(sought === "" ? parents.filter((id) => !folded.includes(id)) : parents);
  const onKey = (event: React.KeyboardEvent): boolean => {
    const key = spell(event.nativeEvent);
    if (key === "Alt ↑" || key === "Alt ↓") {
      const [id] = chosen;
      const to = id === undefined ? undefined : afterMove(rows, id, key === "Alt ↑" ? -1 : 1);
      if (id !== undefined && to !== undefined) move.mutate({ id, ...to }, { onError: toastError });
    } else if (key === "F2" && chosen.length === 1) onRename();
    else if (key === "A" && chosen.length === 1 && isAllowed(key)) onAddName();
    else if (key === "Ctrl M" && chosen.length > 0) onMerge();
    else return false;
    return true;
  };
  const newActor = <Button icon="plus" keys="Ctrl N" onPress={onNew}>{t("actorsAndIssues.actors.new")}</Button>;
  return (
    <section className={styles["pane"]} aria-label={t("actorsAndIssues.actors.title")}>
      <Bar className={styles["bar"]} title={t("actorsAndIssues.actors.title")} level={1} count={rows.length}>
        <span className="grow" />
        <div className={styles["search"]}>
          <TextField bare icon="find" label={t("actorsAndIssues.actors.search")} placeholder={t("actorsAndIssues.actors.search")} value={sought} onChange={setSought} />
        </div>
        {chosen.length === 2 && <Button icon="merge" keys="Ctrl M" onPress={onMerge}>{t("actorsAndIssues.actors.merge")}</Button>}
        <Button icon="open" keys="Ctrl I" onPress={onImport}>{t("actorsAndIssues.roll.open")}</Button>
        {newActor}
      </Bar>
      {error !== null && <ErrorNotice problem={error} />}
      <ActorTree
        nodes={treeOf(shown)}
        chosen={chosen}
        onChoose={onChoose}
        unfolded={unfolded}
        onUnfold={(ids) => setFolded([...folded.filter((id) => !parents.includes(id)), ...parents.filter((id) => !ids.includes(id))])}
        onKey={onKey}
        empty={
          data === undefined ? null : rows.length === 0 ? (
            <EmptyState title={t("actorsAndIssues.actors.empty")} action={<>{newActor} <Button icon="open" onPress={onImport}>{t("actorsAndIssues.roll.open")}</Button></>}>{t("actorsAndIssues.actors.emptyHelp")}</EmptyState>
          ) : (
            <EmptyState title={t("actorsAndIssues.actors.noMatch")} />
          )
        }
      />
      <KeyBar
        keys={[
          { keys: ["←", "→"], label: t("actorsAndIssues.actors.fold") },
          { keys: ["F2"], label: t("actorsAndIssues.actors.rename") },
          { keys: ["A"], label: t("actorsAndIssues.actors.addName") },
          { keys: ["Shift ↓"], label: t("actorsAndIssues.actors.selectTwo") },
          { keys: ["Ctrl M"], label: t("actorsAndIssues.actors.merge") },
          { keys: ["Alt ↑", "Alt ↓"], label: t("actorsAndIssues.actors.move") },
        ]}
      />
    </section>
  );
}
