import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Actor, ActorFacts, ActorId, ActorRow } from "../../api/generated";
import { actorFacts } from "../../api/names";
import { useAct } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { Chip } from "../../design/Chip";
import { CommitField } from "../../design/CommitField";
import { DateField } from "../../design/DateField";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { Picker } from "../../design/Picker";
import { Select } from "../../design/Select";
import { toastDone, toastUnlessOffered } from "../../design/toasts";
import { t } from "../../i18n";
import { endsBefore, showDate } from "../../lib/dates";
import { goTo } from "../../lib/place";
import { possibleParents } from "./actorTree";
import { ACTOR_KINDS } from "./actorKinds";
import styles from "./panes.module.css";
import { sharedName } from "./sameName";

/** What is said about an actor. Each field counts as soon as it is left: one step for the history. */
export function ActorPanel({ actor, rows, onMerge, onSplit, onGone }: { actor: Actor; rows: readonly ActorRow[]; onMerge: () => void; onSplit: () => void; onGone: () => void }) {
  const edit = useAct("actor_edit");
  const remove = useAct("actor_delete");
  const put = (part: Partial<ActorFacts>) => edit.mutate({ id: actor.id, facts: { ...actorFacts(actor), ...part } });
  const said = (text: string) => (text === "" ? null : text);
  const addAlias = (name: string) => {
    if (!actor.aliases.includes(name)) put({ aliases: [...actor.aliases, name] });
  };
  const problem = edit.error ?? remove.error;
  const shared = sharedName(actor, rows);
  return (
    <Panel
      label={t("actorsAndIssues.actor.label")}
      bar={
        <Bar title={actor.name}>
          <span className="grow" />
          <Menu
            label={t("actorsAndIssues.actor.more", { name: actor.name })}
            placement="bottom end"
            trigger={<IconButton icon="more" label={t("actorsAndIssues.actor.more", { name: actor.name })} />}
            groups={[
              {
                entries: [
                  { id: "merge", label: t("actorsAndIssues.actor.merge"), icon: "merge", keys: "Ctrl M", run: onMerge },
                  { id: "split", label: t("actorsAndIssues.actor.split"), icon: "split", run: onSplit },
                ],
              },
              {
                entries: [
                  {
                    id: "delete",
                    label: t("actorsAndIssues.actor.delete"),
                    danger: true,
                    run: () =>
                      remove.mutate(
                        { id: actor.id },
                        {
                          onSuccess: () => {
                            onGone();
                            toastDone(t("actorsAndIssues.actor.deleted", { name: actor.name }));
                          },
                        },
                      ),
                  },
                ],
              },
            ]}
          />
        </Bar>
      }
      foot={<Button onPress={() => goTo({ name: "positions", actor: actor.id })}>{t("actorsAndIssues.actor.showPositions")}</Button>}
    >
      <div className={styles["form"]}>
        {problem !== null && <ErrorNotice problem={problem} />}
        {shared !== undefined && (
          <Notice kind="warning">
            {t("actorsAndIssues.actor.sharedName", { name: shared.name, other: shared.other.name })} <Button look="link" onPress={onMerge}>{t("actorsAndIssues.actor.mergeThem")}</Button>
          </Notice>
        )}
        <div data-part="name">
          <CommitField label={t("actorsAndIssues.actor.name")} value={actor.name} isRequired onCommit={(name) => put({ name })} />
        </div>
        <CommitField label={t("actorsAndIssues.actor.shortName")} help={t("actorsAndIssues.actor.shortNameHelp")} value={actor.short_name ?? ""} onCommit={(name) => put({ short_name: said(name) })} />
        <Select label={t("actorsAndIssues.actor.kind")} choices={ACTOR_KINDS.map((id) => ({ id, label: t(`terms.actorKind.${id}`) }))} value={actor.kind} onChange={(kind) => put({ kind })} />
        <ParentPicker parents={possibleParents(rows, actor.id)} parent={actor.parent} onChange={(parent) => put({ parent })} />
        <div data-part="alias">
          <CommitField
            label={t("actorsAndIssues.actor.aliases")}
            placeholder={t("actorsAndIssues.actor.addAlias")}
            value=""
            onCommit={addAlias}
          />
        </div>
        {actor.aliases.length > 0 && (
          <div className={styles["aliases"]}>
            {actor.aliases.map((name) => <Chip key={name} onRemove={() => put({ aliases: actor.aliases.filter((other) => other !== name) })}>{name}</Chip>)}
          </div>
        )}
        <CommitField label={t("actorsAndIssues.actor.role")} placeholder={t("common.example", { words: t("actorsAndIssues.actor.roleExample") })} value={actor.role ?? ""} onCommit={(role) => put({ role: said(role) })} />
        <RoleDates name={actor.name} from={actor.role_from ?? ""} to={actor.role_to ?? ""} onChange={(from, to) => put({ role_from: said(from), role_to: said(to) })} />
        <CommitField
          label={t("actorsAndIssues.actor.pronunciation")}
          placeholder={t("common.example", { words: t("actorsAndIssues.actor.pronunciationExample") })}
          help={t("actorsAndIssues.actor.pronunciationHelp")}
          value={actor.pronunciation ?? ""}
          onCommit={(words) => put({ pronunciation: said(words) })}
        />
      </div>
    </Panel>
  );
}

/** Since when and until when. What ends before it begins stays as it was typed, to be set right; whoever leaves it so is told. */
function RoleDates({ name, from, to, onChange }: { name: string; from: string; to: string; onChange: (from: string, to: string) => void }) {
  const [refused, setRefused] = useState<{ from: string; to: string }>();
  const left = useRef<typeof refused>(undefined);
  const shown = refused ?? { from, to };
  const change = (part: Partial<typeof shown>) => {
    const next = { ...shown, ...part };
    const isWrong = endsBefore(next.from, next.to);
    left.current = isWrong ? next : undefined;
    setRefused(left.current);
    if (!isWrong) onChange(next.from, next.to);
  };
  const said = (dates: typeof shown) => ({ from: showDate(dates.from), to: showDate(dates.to) });
  const going = useEffectEvent(() => {
    // The fields go after it, and may have something to add.
    setTimeout(() => left.current !== undefined && toastUnlessOffered({ text: t("actorsAndIssues.actor.datesNotTaken", { name, ...said(left.current) }) }));
  });
  useEffect(() => () => going(), []);
  return (
    <div className={styles["two"]}>
      <DateField label={t("actorsAndIssues.actor.from")} placeholder={t("common.none")} value={shown.from} onChange={(next) => change({ from: next })} />
      <DateField label={t("actorsAndIssues.actor.to")} placeholder={t("common.none")} value={shown.to} onChange={(next) => change({ to: next })} />
      {refused !== undefined && <p role="alert" className={styles["wrong"]}>{t("actorsAndIssues.actor.endsBefore", said(refused))}</p>}
    </div>
  );
}

const NOBODY = "nobody";

/** Whom it belongs to, or nobody. */
export function ParentPicker({ parents, parent, onChange }: { parents: readonly Actor[]; parent: ActorId | null; onChange: (parent: ActorId | null) => void }) {
  return (
    <Picker
      label={t("actorsAndIssues.actor.parent")}
      options={[{ id: NOBODY, label: t("actorsAndIssues.actor.noParent") }, ...parents.map((one) => ({ id: one.id, label: one.name, names: one.aliases, end: t(`terms.actorKind.${one.kind}`) }))]}
      chosen={[parent ?? NOBODY]}
      onChange={([chosen]) => onChange(chosen === undefined || chosen === NOBODY ? null : chosen)}
    />
  );
}
