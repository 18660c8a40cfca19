import type { ActorRow } from "../../api/generated";
import type { IconName } from "../../design/icons/Icon";
import type { Option } from "../../design/pickerOptions";
import { t } from "../../i18n";
import { dayOf } from "../../lib/dates";
import { nearestMention, type Mention } from "../../lib/mentions";
import { countWords, type Stretch } from "../../lib/text";
import { likelyManner, type Draft } from "./draft";
import { recentFirst } from "./marginText";
import { paragraphAt } from "./marks";
import { TagCard } from "./TagCard";
import type { Reading } from "./useReading";

/** The tag card for a passage, with what the passage and its source suggest already in place. */
export function Tagging({ reading, passage }: { reading: Reading; passage: Stretch }) {
  const { source, text, actors, issues } = reading;
  const words = text.slice(passage.start, passage.end);
  const mention = nearestMention(mentionsAround(reading, passage), passage);
  const inside = mention !== undefined && mention.start >= passage.start && mention.end <= passage.end;
  const initial: Draft = {
    actors: mention === undefined ? [] : [mention.id],
    issue: undefined,
    stance: null,
    condition: "",
    sequence: "",
    degree: "",
    manner: likelyManner(source.kind, words),
    asOf: source.published ?? dayOf(new Date(source.added_at)),
    confidence: "moderate",
    speaker: undefined,
    newActors: [],
    newIssue: undefined,
  };
  const name = mention === undefined ? "" : text.slice(mention.start, mention.end);
  return (
    <TagCard
      initial={initial}
      words={countWords(words, source.language ?? undefined)}
      guess={mention === undefined ? undefined : t(inside ? "reader.card.guessed" : "reader.card.guessedNear", { name })}
      isUndated={source.published == null}
      page={reading.pageAt(passage)}
      actors={actors.map((row) => asOption(row))}
      issues={recentFirst(issues).map(({ issue }) => ({ id: issue.id, label: issue.title, end: issue.question }))}
      onRecord={reading.record}
      onClose={() => reading.setOpen(undefined)}
      problem={reading.recording.error}
      isRecording={reading.recording.isPending}
    />
  );
}

/** How many paragraphs before and after the passage count as near it. */
const NEAR = 8;

function mentionsAround({ paragraphs, find }: Reading, passage: Stretch): Mention[] {
  const at = paragraphAt(paragraphs, passage.start);
  return paragraphs.slice(Math.max(0, at - NEAR), at + NEAR).flatMap((paragraph) =>
    find(paragraph.text).map((mention) => ({ ...mention, start: mention.start + paragraph.start, end: mention.end + paragraph.start })),
  );
}

function asOption({ actor }: ActorRow): Option {
  const icon: IconName = actor.kind === "person" ? "person" : "index";
  return { id: actor.id, label: actor.name, names: [actor.short_name ?? "", ...actor.aliases], icon, end: t(`terms.actorKind.${actor.kind}`) };
}
