import type { ActorId, ActorKind, ActorRow } from "../../api/generated";
import { useAct, useRead } from "../../api/query";
import { Bar } from "../../design/Bar";
import { Button } from "../../design/Button";
import { ErrorNotice } from "../../design/Notice";
import { Panel } from "../../design/Panel";
import { Select } from "../../design/Select";
import { toastDone } from "../../design/toasts";
import { dropDraft, useDraft } from "../../design/useDraft";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { ACTOR_KINDS } from "./actorKinds";
import { ParentPicker } from "./ActorPanel";
import { NamingForm } from "./NamingForm";

interface Draft {
  name: string;
  kind: ActorKind;
  above: ActorId | null;
}

const ABOUT = "new actor";

/** A new actor: its name, kind and whom it belongs to; the rest is said once it is there. */
export function NewActor({ rows, parent, onDone, onBringBack }: { rows: readonly ActorRow[]; parent: ActorId | null; onDone: (id: ActorId | undefined) => void; onBringBack: () => void }) {
  const create = useAct("actor_create", () => dropDraft(ABOUT));
  const { written, write, leave } = useDraft<Draft>(ABOUT, onBringBack);
  const { name = "", kind: chosenKind, above = parent } = written;
  const likely = useRead("actor_likely_kind", name.trim() === "" ? undefined : { name: name.trim() }, { hold: true });
  const kind = chosenKind ?? likely.data ?? "person";
  const save = (called: string) => {
    const id = newId();
    create.mutate(
      { id, facts: { name: called, short_name: null, kind, parent: above, aliases: [], role: null, role_from: null, role_to: null, pronunciation: null } },
      {
        onSuccess: (actor) => {
          onDone(actor.id);
          toastDone(t("actorsAndIssues.actor.created", { name: actor.name }));
        },
      },
    );
  };
  const cancel = () => {
    leave();
    onDone(undefined);
  };
  return (
    <Panel label={t("actorsAndIssues.actor.newTitle")} bar={<Bar title={t("actorsAndIssues.actor.newTitle")} />}>
      <NamingForm
        label={t("actorsAndIssues.actor.newTitle")}
        field={t("actorsAndIssues.actor.name")}
        lack={t("actorsAndIssues.actor.lackName")}
        name={name}
        onName={(next) => write(() => ({ name: next }))}
        onSave={save}
        onLeave={cancel}
      >
        <Select label={t("actorsAndIssues.actor.kind")} choices={ACTOR_KINDS.map((id) => ({ id, label: t(`terms.actorKind.${id}`) }))} value={kind} onChange={(next) => write(() => ({ kind: next }))} />
        <ParentPicker parents={rows.map((row) => row.actor)} parent={above} onChange={(next) => write(() => ({ above: next }))} />
        {create.error !== null && <ErrorNotice problem={create.error} />}
        <div className="row">
          <Button type="submit" look="primary" keys="Enter" isDisabled={create.isPending}>{t("actorsAndIssues.actor.create")}</Button>
          <Button keys="Esc" onPress={cancel}>{t("common.cancel")}</Button>
        </div>
      </NamingForm>
    </Panel>
  );
}
