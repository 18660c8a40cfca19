import { useState } from "react";
import type { Actor, ActorId, ActorKind, Position } from "../../api/generated";
import { useNames } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { Checkbox } from "../../design/Checkbox";
import { Kbd } from "../../design/Kbd";
import { ErrorNotice, Notice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { Select } from "../../design/Select";
import { toastDone } from "../../design/toasts";
import { t, tr } from "../../i18n";
import { showDate } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { ACTOR_KINDS } from "./actorKinds";
import { NamingForm } from "./NamingForm";
import styles from "./panes.module.css";

const ID = "split";

/** One actor that is two: what the other is called, which names and positions are its own. Whatever is not chosen stays. */
export function SplitPanel({ actor, onDone }: { actor: Actor; onDone: (made: ActorId | undefined) => void }) {
  const split = useAct("actor_split");
  const positions = useRead("position_list", { actor: actor.id }).data ?? [];
  const [name, setName] = useState("");
  const [kind, setKind] = useState<ActorKind>(actor.kind);
  const [aliases, setAliases] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const save = (called: string) => {
    const facts = { name: called, short_name: null, kind, parent: actor.parent, aliases: aliases.filter((alias) => alias !== called), role: null, role_from: null, role_to: null, pronunciation: null };
    split.mutate(
      { of: actor.id, part: { id: newId(), facts, positions: [...taken] } },
      {
        onSuccess: (made) => {
          onDone(made.id);
          toastDone(t("actorsAndIssues.split.done", { made: made.name, of: actor.name }));
        },
      },
    );
  };
  const takeName = (alias: string, own: boolean) => {
    setAliases(own ? [...aliases, alias] : aliases.filter((other) => other !== alias));
    if (own && name.trim() === "") setName(alias);
    if (!own && name === alias) setName("");
  };
  return (
    <Panel
      label={t("actorsAndIssues.split.label")}
      bar={<Bar title={t("actorsAndIssues.split.title", { name: actor.name })}><span className="grow" /><Kbd keys="Esc" /></Bar>}
      foot={
        <>
          <span className="grow" />
          <Button onPress={() => onDone(undefined)}>{t("actorsAndIssues.split.together")}</Button>
          <Button look="primary" type="submit" form={ID} keys="Enter" isDisabled={split.isPending}>{t("actorsAndIssues.split.split")}</Button>
        </>
      }
    >
      <NamingForm
        id={ID}
        label={t("actorsAndIssues.split.label")}
        field={t("actorsAndIssues.split.name")}
        lack={t("actorsAndIssues.actor.lackName")}
        name={name}
        onName={setName}
        onSave={save}
        onLeave={() => onDone(undefined)}
      >
        <Select label={t("actorsAndIssues.actor.kind")} choices={ACTOR_KINDS.map((id) => ({ id, label: t(`terms.actorKind.${id}`) }))} value={kind} onChange={setKind} />
        {actor.aliases.length > 0 && (
          <fieldset className={styles["own"]}>
            <legend className={styles["label"]}>{t("actorsAndIssues.split.names")}</legend>
            {actor.aliases.map((alias) => <Checkbox key={alias} isSelected={aliases.includes(alias)} onChange={(own) => takeName(alias, own)}>{alias}</Checkbox>)}
          </fieldset>
        )}
        {positions.length > 0 && (
          <fieldset className={styles["own"]}>
            <legend className={styles["label"]}>{t("actorsAndIssues.split.positions")}</legend>
            {positions.map((position) => (
              <OwnPosition key={position.id} position={position} isOwn={taken.includes(position.id)} onChange={(own) => setTaken(own ? [...taken, position.id] : taken.filter((id) => id !== position.id))} />
            ))}
          </fieldset>
        )}
        <Notice>{tr("actorsAndIssues.split.undo", { key: <Kbd keys="Ctrl Z" /> })}</Notice>
        {split.error !== null && <ErrorNotice problem={split.error} />}
      </NamingForm>
    </Panel>
  );
}

function OwnPosition({ position, isOwn, onChange }: { position: Position; isOwn: boolean; onChange: (own: boolean) => void }) {
  const names = useNames();
  const { issue, stance, as_of, state } = position;
  const said = t("actorsAndIssues.split.position", { issue: names.issue(issue), stance: t(`terms.stance.${stance}`).toLowerCase(), date: showDate(as_of) });
  return <Checkbox isSelected={isOwn} onChange={onChange}>{state === "current" ? said : `${said}, ${t(`notes.factState.${state}`)}`}</Checkbox>;
}
