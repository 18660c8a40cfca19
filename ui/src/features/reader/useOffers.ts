import { useState } from "react";
import type { ActorRow, ImportLine, NewName, SourceId, Suggestion } from "../../api/generated";
import { actorFacts } from "../../api/names";
import { useAct, useRead } from "../../api/query";
import { toast, toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import type { Mention } from "../../lib/mentions";
import type { Stretch, TextPositions } from "../../lib/text";
import { newActor } from "./draft";
import { whoseInitials } from "./guess";

/** A suggested position, its sentence in UTF-16 like everything here. */
export type OfferedPosition = Suggestion & { id: string };

/** A name as one line of a list of actors; another name of somebody who is there is added to theirs. */
function asLine(fresh: NewName, known: readonly ActorRow[]): ImportLine {
  const { name, kind, also, role, belongs_to } = fresh;
  const whose = whoseInitials(fresh, known);
  if (whose !== undefined) return { as: "known", id: whose.id, actor: { name, short_name: null, kind: whose.kind, parent: null, aliases: [], role: null } };
  return { as: "new", id: newId(), actor: { name, short_name: null, kind, parent: belongs_to, aliases: also, role } };
}

/** What the core reads out of a source's text: who is named, names not yet known, positions its sentences seem to give. */
export function useOffers(source: SourceId, map: TextPositions) {
  const named = useRead("source_mentions", { id: source }, { hold: true });
  const suggested = useRead("source_suggestions", { id: source }, { hold: true });
  const dismissing = useAct("suggestion_dismiss");
  const adding = useAct("actor_create");
  const naming = useAct("actor_edit");
  const enrolling = useAct("actor_import");
  const actors = useRead("actor_list", {}).data ?? [];
  const [offered, setOffered] = useState<string | undefined>();

  const inUnits = <T extends Stretch>(place: T): T => ({ ...place, start: map.toUnit(place.start), end: map.toUnit(place.end) });
  const mentions: Mention[] = (named.data?.mentions ?? []).map((mention) => inUnits(mention));
  const suggestions: OfferedPosition[] = (suggested.data ?? []).map((each) => ({ ...inUnits(each), id: `suggestion-${String(each.cue)}` }));
  const current = suggestions.find(({ id }) => id === offered);

  /** Goes to the next suggestion after the position, or to the first. */
  const next = (from: number) => {
    const after = current === undefined ? suggestions.find(({ start }) => start >= from) : suggestions[suggestions.indexOf(current) + 1];
    const found = after ?? suggestions[0];
    if (found === undefined) toast({ text: t("reader.suggestion.none") });
    setOffered(found?.id);
  };
  const dismiss = (suggestion: OfferedPosition) => {
    const following = suggestions[suggestions.indexOf(suggestion) + 1];
    dismissing.mutate({ what: "suggestion", source, cue: suggestion.cue }, {
      onSuccess: () => {
        // By keys one goes on from one suggestion to the next.
        setOffered((before) => (before === suggestion.id ? following?.id : before));
        toastDone(t("reader.suggestion.dismissed"));
      },
      onError: toastError,
    });
  };
  const add = (fresh: NewName) => {
    const { name } = fresh;
    const known = whoseInitials(fresh, actors);
    if (known !== undefined) {
      naming.mutate({ id: known.id, facts: { ...actorFacts(known), aliases: [...known.aliases, name] } }, {
        onSuccess: () => toastDone(t("reader.newNames.addedTo", { name, actor: known.name })),
        onError: toastError,
      });
      return;
    }
    adding.mutate(newActor(name, fresh), {
      onSuccess: () => toastDone(t("reader.newNames.added", { name })),
      onError: toastError,
    });
  };
  /** All of them in one step. */
  const addAll = (names: readonly NewName[]) =>
    enrolling.mutate({ lines: names.map((fresh) => asLine(fresh, actors)) }, {
      onSuccess: () => toastDone(t("reader.newNames.addedAll", { count: names.length })),
      onError: toastError,
    });
  const dismissName = ({ name }: NewName) =>
    dismissing.mutate({ what: "name", name }, {
      onSuccess: () => toastDone(t("reader.newNames.dismissed", { name })),
      onError: toastError,
    });
  return { mentions, suggestions, newNames: named.data?.new_names ?? [], offered: current, setOffered, next, dismiss, add, addAll, dismissName };
}
