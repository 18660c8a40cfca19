import { useState, type ReactNode } from "react";
import type { Body, Position } from "../../api/generated";
import { useRead } from "../../api/query";
import type { Option } from "../../design/pickerOptions";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { excerptOption, positionOption, useFoundExcerpts, useFoundPositions } from "./found";
import { FoundList } from "./NarrowingList";
import { useNote, type NoteWork } from "./noteContext";

const STRETCH = 60;

interface Choice {
  item: Option;
  body: Body;
}

interface Choices {
  choices: readonly Choice[];
  hasMore: boolean;
  more: (() => void) | undefined;
  isComing: boolean;
}

/** What of the dossier a block is to show, found by typing: there may be a hundred thousand. */
export function FoundChoices({ need, onPut }: { need: "excerpt" | "position" | "change"; onPut: (body: Body) => void }) {
  const Choose = { excerpt: ChooseExcerpt, position: ChoosePosition, change: ChooseChange }[need];
  const [sought, setSought] = useState("");
  return (
    <Choose sought={sought}>
      {({ choices, hasMore, more, isComing }) => (
        <FoundList
          label={t("notes.insert.choose", { what: t(`notes.need.${need}`) })}
          items={choices.map(({ item }) => item)}
          sought={sought}
          onSeek={setSought}
          isComing={isComing}
          onMore={hasMore ? () => more?.() : undefined}
          onTake={(id) => {
            const chosen = choices.find(({ item }) => item.id === id);
            if (chosen !== undefined) onPut(chosen.body);
          }}
        />
      )}
    </Choose>
  );
}

interface ChooseProps {
  sought: string;
  children: (found: Choices) => ReactNode;
}

const ChooseExcerpt = ({ sought, children }: ChooseProps) => children(useExcerpts(sought, useNote()));
const ChoosePosition = ({ sought, children }: ChooseProps) => children(usePositions(sought, useNote()));
const ChooseChange = ({ sought, children }: ChooseProps) => children(useChanges(sought, useNote()));

function useExcerpts(sought: string, note: NoteWork): Choices {
  const { pages, ...found } = useFoundExcerpts({ sought }, STRETCH);
  return { ...found, choices: pages.flat().map((row) => ({ item: excerptOption(row, note), body: { kind: "quotation", excerpt: row.excerpt.id } })) };
}

function usePositions(sought: string, note: NoteWork): Choices {
  const { pages, ...found } = useFoundPositions({ sought, which: "standing" }, STRETCH);
  return { ...found, choices: pages.flat().map((position) => ({ item: positionOption(position, note, "person"), body: { kind: "position", position: position.id } })) };
}

/** Positions that came in the place of another, with that one. */
function useChanges(sought: string, { names }: NoteWork): Choices {
  const { pages, ...found } = useFoundPositions({ sought, which: "changed" }, STRETCH);
  const moved = pages.flat();
  const among = moved.flatMap(({ supersedes }) => supersedes ?? []);
  const befores = useRead("position_list", among.length === 0 ? undefined : { among }, { hold: true });
  const byId = new Map(befores.data?.map((position) => [position.id, position]));
  const choice = (position: Position): Choice[] => {
    const before = byId.get(position.supersedes ?? "");
    if (before === undefined) return [];
    const label = `${names.actorList(position.actors)}: ${names.issue(position.issue)}`;
    return [{
      item: { id: position.id, label, icon: "right", end: `${showDate(before.as_of)} – ${showDate(position.as_of)}` },
      body: { kind: "change", from: before.id, to: position.id, label: [{ type: "text", text: label }] },
    }];
  };
  return { ...found, isComing: found.isComing || befores.isLoading || befores.isHeld, choices: moved.flatMap(choice) };
}
