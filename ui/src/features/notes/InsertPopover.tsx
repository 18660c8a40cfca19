import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { BlockId, Body } from "../../api/generated";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { focusAfterDialogs } from "../../lib/focus";
import { lastView } from "./fields";
import { FoundChoices } from "./FoundChoices";
import { analysis, KINDS, type Need } from "./kinds";
import type { Option } from "../../design/pickerOptions";
import { NarrowingList } from "./NarrowingList";
import { useNote } from "./noteContext";

export interface InsertQuestion {
  anchor: Element;
  after: BlockId | null;
  /** An empty block that makes way. */
  replacing: BlockId | undefined;
}

/** Leads the focus back to what one came from to put something in, or else to the text one was in. */
export function goBack({ anchor }: InsertQuestion): void {
  focusAfterDialogs(() => (anchor instanceof HTMLElement && anchor.isConnected ? anchor : (lastView()?.dom ?? null)));
}

/** Which block to put in, found by typing; then, for those that show something of the dossier, what. */
export function InsertPopover({ question, onClose, onPicture }: {
  question: InsertQuestion | undefined;
  onClose: () => void;
  onPicture: (question: InsertQuestion) => void;
}) {
  const note = useNote();
  const [need, setNeed] = useState<Exclude<Need, "picture"> | undefined>();
  const close = () => {
    setNeed(undefined);
    onClose();
  };
  const put = (body: Body) => {
    if (question === undefined) return;
    note.insert(body, question.after, { gone: question.replacing === undefined ? [] : [question.replacing] });
    close();
  };
  const kinds: Option[] = KINDS.map((entry) => ({
    id: entry.id,
    label: t(`notes.kind.${entry.id}`),
    icon: entry.icon,
    end: t(`notes.kindHint.${entry.id}`),
  }));
  const chooseKind = (id: string) => {
    const entry = KINDS.find((one) => one.id === id);
    if (entry?.needs === "picture") {
      close();
      if (question !== undefined) onPicture(question);
    } else if (entry?.needs !== undefined) setNeed(entry.needs);
    else if (entry?.make !== undefined) put(entry.make());
  };
  return (
    <Popover
      className={popover["popover"] ?? ""}
      triggerRef={{ current: question?.anchor ?? null }}
      isOpen={question !== undefined}
      onOpenChange={(open) => !open && close()}
      placement="bottom start"
      offset={4}
    >
      <Dialog aria-label={t("notes.insert.label")} style={{ outline: 0 }}>
        {need === undefined ? (
          <NarrowingList key="kinds" label={t("notes.insert.narrow")} items={kinds} onTake={chooseKind} />
        ) : need === "excerpt" || need === "position" || need === "change" ? (
          <FoundChoices key={need} need={need} onPut={put} />
        ) : (
          <KnownChoices key={need} need={need} onPut={put} />
        )}
      </Dialog>
    </Popover>
  );
}

/** What the window knows all of: actors, issues, sources. */
function KnownChoices({ need, onPut }: { need: "actor" | "timeline" | "source"; onPut: (body: Body) => void }) {
  const note = useNote();
  const wanted = wantedOf(need, note);
  return (
    <NarrowingList
      label={t("notes.insert.choose", { what: t(`notes.need.${need}`) })}
      items={wanted.map(({ item }) => item)}
      onTake={(id) => {
        const chosen = wanted.find(({ item }) => item.id === id);
        if (chosen !== undefined) onPut(chosen.body);
      }}
    />
  );
}

/** What can be chosen for a kind of block, with the block that comes of it. */
function wantedOf(need: "actor" | "timeline" | "source", { names, sources }: ReturnType<typeof useNote>): { item: Option; body: Body }[] {
  switch (need) {
    case "actor":
      return names.actors.map(({ actor }) => ({ item: { id: actor.id, label: actor.name, icon: "person", end: t(`terms.actorKind.${actor.kind}`) }, body: { kind: "actor_profile", actor: actor.id } }));
    case "timeline":
      return [
        ...names.issues.map(({ issue }) => ({ item: { id: issue.id, label: issue.title, icon: "positions" as const, end: t("notes.field.ofIssue") }, body: { kind: "timeline" as const, actor: null, issue: issue.id } })),
        ...names.actors.map(({ actor }) => ({ item: { id: actor.id, label: actor.name, icon: "person" as const, end: t("notes.field.ofActor") }, body: { kind: "timeline" as const, actor: actor.id, issue: null } })),
      ];
    case "source":
      return [...sources.values()].map(({ source }) => ({ item: { id: source.id, label: source.title, icon: "sources", end: source.publisher ?? "" }, body: analysis({ asks: "source", source: source.id }) }));
  }
}
