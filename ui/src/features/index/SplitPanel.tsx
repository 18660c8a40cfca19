import type { Actor, ActorId, ActorKind, Position, PositionId } from "../../api/generated";
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
import { dropDraft, useDraft } from "../../design/useDraft";
import { t, tr } from "../../i18n";
import { showDate } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { ACTOR_KINDS } from "./actorKinds";
import { NamingForm } from "./NamingForm";
import styles from "./panes.module.css";

const ID = "split";

interface Draft {
  name: string;
  kind: ActorKind;
  aliases: readonly string[];
  taken: readonly PositionId[];
}

/** One actor that is two: what the other is called, which names and positions are its own. Whatever is not chosen stays. */
export function SplitPanel({ actor, onDone, onBringBack }: { actor: Actor; onDone: (made: ActorId | undefined) => void; onBringBack: () => void }) {
  const about = `split ${actor.id}`;
  const split = useAct("actor_split", () => dropDraft(about));
  const positions = useRead("position_list", { actor: actor.id }).data ?? [];
  const { written, write, leave } = useDraft<Draft>(about, onBringBack);
  const { name = "", kind = actor.kind, aliases = [], taken = [] } = written;
  const save = (called: string) => {
    // What was chosen earlier may have gone since.
    const own = actor.aliases.filter((alias) => aliases.includes(alias) && alias !== called);
    const facts = { name: called, short_name: null, kind, parent: actor.parent, aliases: own, role: null, role_from: null, role_to: null, pronunciation: null };
    split.mutate(
      { of: actor.id, part: { id: newId(), facts, positions: positions.map(({ id }) => id).filter((id) => taken.includes(id)) } },
      {
        onSuccess: (made) => {
          onDone(made.id);
          toastDone(t("actorsAndIssues.split.done", { made: made.name, of: actor.name }));
        },
      },
    );
  };
  const takeName = (alias: string, own: boolean) =>
    write(() => ({
      aliases: own ? [...aliases, alias] : aliases.filter((other) => other !== alias),
      ...(own && name.trim() === "" ? { name: alias } : {}),
      ...(!own && name === alias ? { name: "" } : {}),
    }));
  const cancel = () => {
    leave();
    onDone(undefined);
  };
  return (
    <Panel
      label={t("actorsAndIssues.split.label")}
      bar={<Bar title={t("actorsAndIssues.split.title", { name: actor.name })}><span className="grow" /><Kbd keys="Esc" /></Bar>}
      foot={
        <>
          <span className="grow" />
          <Button onPress={cancel}>{t("actorsAndIssues.split.together")}</Button>
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
        onName={(next) => write(() => ({ name: next }))}
        onSave={save}
        onLeave={cancel}
      >
        <Select label={t("actorsAndIssues.actor.kind")} choices={ACTOR_KINDS.map((id) => ({ id, label: t(`terms.actorKind.${id}`) }))} value={kind} onChange={(next) => write(() => ({ kind: next }))} />
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
              <OwnPosition key={position.id} position={position} isOwn={taken.includes(position.id)} onChange={(own) => write(() => ({ taken: own ? [...taken, position.id] : taken.filter((id) => id !== position.id) }))} />
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
