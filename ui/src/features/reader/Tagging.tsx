import { useState } from "react";
import type { ActorRow } from "../../api/generated";
import { useRead } from "../../api/query";
import type { IconName } from "../../design/icons/Icon";
import type { Option } from "../../design/pickerOptions";
import { t } from "../../i18n";
import { dayOf } from "../../lib/dates";
import { nearestMention } from "../../lib/mentions";
import { countWords, type Stretch } from "../../lib/text";
import { likelyManner, newActor, newNameIn, type Draft } from "./draft";
import { recentFirst } from "./marginText";
import { TagCard } from "./TagCard";
import type { OfferedPosition } from "./useOffers";
import type { Reading } from "./useReading";

/** The tag card for a passage, with what the passage, its source or a suggestion taken for it say already in place. */
export function Tagging({ reading, passage, taken }: { reading: Reading; passage: Stretch; taken: OfferedPosition | undefined }) {
  const { source, text, actors, issues } = reading;
  const words = text.slice(passage.start, passage.end);
  const mention = nearestMention(reading.mentions, passage);
  const inside = mention !== undefined && mention.start >= passage.start && mention.end <= passage.end;
  const likely = useRead("issue_guess", { text: words, ...(source.language === null ? {} : { language: source.language }) }).data ?? [];
  // Whoever is named first is likelier to speak than to be spoken of.
  const fresh = taken === undefined ? newNameIn(words, reading.offers.newNames, inside ? mention.start - passage.start : Infinity) : undefined;
  // A name that several share is nobody's until somebody says whose.
  const oneOf = taken === undefined ? (fresh === undefined && mention !== undefined && mention.actors.length > 1 ? mention.actors : []) : taken.either ? taken.actors : [];
  const [made] = useState(() => (fresh === undefined || fresh.of !== null ? undefined : newActor(fresh.name, fresh.kind, fresh.also)));
  const guessedActors = fresh === undefined ? (taken?.actors ?? mention?.actors ?? []) : [made?.id ?? fresh.of].filter((id) => id != null);
  const initial: Draft = {
    actors: oneOf.length > 0 ? [] : guessedActors,
    issue: undefined,
    stance: taken?.stance ?? null,
    condition: taken?.condition ?? "",
    sequence: taken?.sequence ?? "",
    degree: "",
    manner: taken?.manner ?? likelyManner(source.kind, words),
    asOf: source.published ?? dayOf(new Date(source.added_at)),
    confidence: "moderate",
    speaker: taken?.speaker ?? undefined,
    newActors: made === undefined ? [] : [made],
    newIssue: undefined,
  };
  const guessed = fresh !== undefined ? t("reader.card.guessedNew", { name: fresh.name }) : t(inside ? "reader.card.guessed" : "reader.card.guessedNear", { name: mention === undefined ? "" : text.slice(mention.start, mention.end) });
  return (
    <TagCard
      initial={initial}
      words={countWords(words, source.language ?? undefined)}
      guess={taken !== undefined ? t("reader.suggestion.because") : initial.actors.length === 0 ? undefined : guessed}
      isUndated={source.published == null}
      page={reading.pageAt(passage)}
      actors={first(oneOf, actors.map((row) => asOption(row)))}
      oneOf={oneOf}
      issues={first(likely, recentFirst(issues).map(({ issue }) => ({ id: issue.id, label: issue.title, end: issue.question })))}
      isIssueLikely={likely.length > 0}
      onRecord={reading.record}
      onClose={() => reading.setOpen(undefined)}
      problem={reading.recording.error}
      isRecording={reading.recording.isPending}
    />
  );
}

/** The options of these ids before the others. */
function first(ids: readonly string[], options: readonly Option[]): Option[] {
  const found = ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return [...found, ...options.filter((option) => !ids.includes(option.id))];
}

function asOption({ actor }: ActorRow): Option {
  const icon: IconName = actor.kind === "person" ? "person" : "index";
  return { id: actor.id, label: actor.name, names: [actor.short_name ?? "", ...actor.aliases], icon, end: t(`terms.actorKind.${actor.kind}`) };
}
