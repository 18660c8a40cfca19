import { useState } from "react";
import type { ActorRow } from "../../api/generated";
import { useLikelyIssues } from "../../api/likely";
import { useRead } from "../../api/query";
import type { IconName } from "../../design/icons/Icon";
import type { Option } from "../../design/pickerOptions";
import { t } from "../../i18n";
import { dayOf } from "../../lib/dates";
import { currentPlace, goTo } from "../../lib/place";
import { countWords, type Stretch } from "../../lib/text";
import { positionAlike, type Draft } from "./draft";
import { guessWho } from "./guess";
import { recentFirst } from "./marginText";
import { TagCard } from "./TagCard";
import type { OfferedPosition } from "./useOffers";
import type { Reading } from "./useReading";

/** The tag card for a passage, with what the passage, its source or a suggestion taken for it say already in place. */
export function Tagging({ reading, passage, taken }: { reading: Reading; passage: Stretch; taken: OfferedPosition | undefined }) {
  const { source, text, actors, issues } = reading;
  const words = text.slice(passage.start, passage.end);
  const language = source.language === null ? {} : { language: source.language };
  const likely = useLikelyIssues([words], source.language).get(words);
  const manner = useRead("position_likely_manner", taken === undefined ? { text: words, kind: source.kind, ...language } : undefined).data;
  // Guessed once, as the card itself begins once: what is read later changes neither the actor nor the reason.
  const [guess] = useState(() => guessWho({ text, passage, mentions: reading.mentions, newNames: reading.offers.newNames, known: actors, taken }));
  const { oneOf } = guess;
  const sourceDay = source.published ?? dayOf(new Date(source.added_at));
  const initial: Draft = {
    actors: guess.actors,
    issue: undefined,
    stance: taken?.stance ?? null,
    condition: taken?.condition ?? "",
    sequence: taken?.sequence ?? "",
    degree: "",
    manner: taken?.manner ?? "on_record",
    asOf: taken?.as_of ?? sourceDay,
    confidence: "moderate",
    speaker: taken?.speaker ?? undefined,
    newActors: guess.newActors,
    newIssue: undefined,
  };
  // What was tried last is spoken of, whatever was refused before.
  const tried = reading.evidencing.submittedAt > reading.recording.submittedAt ? reading.evidencing : reading.recording;
  return (
    <TagCard
      about={reading.aboutTag(passage)}
      initial={initial}
      words={countWords(words, source.language ?? undefined)}
      guess={guess.because}
      isUndated={source.published == null && taken?.as_of == null}
      sourceDay={sourceDay}
      page={reading.pageAt(passage)}
      actors={first(oneOf, actors.map((row) => asOption(row)))}
      oneOf={oneOf}
      issues={first(likely?.ranked ?? [], recentFirst(issues).map(({ issue }) => ({ id: issue.id, label: issue.title, end: issue.question })))}
      isIssueLikely={likely !== undefined && likely.ranked.length > 0}
      likely={{ ...(likely?.told == null ? {} : { issue: likely.told }), ...(manner === undefined ? {} : { manner }) }}
      sameAs={(draft) => positionAlike(draft, reading.positions, reading.keptAs(passage))}
      onRecord={reading.record}
      onAddEvidence={reading.addEvidence}
      onClose={() => reading.setOpen(undefined)}
      onBringBack={() => {
        // A reader that has to be opened for it finds what was written.
        if (currentPlace().name === "sources") reading.tag(passage, taken);
        else goTo({ name: "sources", source: source.id });
      }}
      problem={tried.error}
      isRecording={reading.recording.isPending || reading.evidencing.isPending}
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
