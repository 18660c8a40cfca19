import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { CitationTarget } from "../../api/generated";
import { useRead } from "../../api/query";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { showDate } from "../../lib/dates";
import { focusWhenFree } from "../../lib/focus";
import { cite } from "./cite";
import { attributionOf, positionWords } from "./evidenceWords";
import { lastView } from "./fields";
import type { Option } from "../../design/pickerOptions";
import { NarrowingList } from "./NarrowingList";
import { useNote } from "./noteContext";
import { subjectFirst, useSubject } from "./subject";

/** What can be cited where the caret stood, found by its words: excerpts, positions, whole sources. */
export function CitePopover({ anchor, onClose }: { anchor: Element | undefined; onClose: () => void }) {
  const note = useNote();
  const positions = useRead("position_list", anchor === undefined ? undefined : {}).data ?? [];
  const about = useSubject(note);
  const otherNames = (actors: readonly string[]) => note.names.actors.flatMap(({ actor }) => (actors.includes(actor.id) ? [actor.name, ...actor.aliases] : []));
  const choices: { item: Option; target: CitationTarget }[] = [
    ...subjectFirst(positions, about, ({ actors }) => actors).map((position) => ({
      item: { id: position.id, label: positionWords(position, note), names: otherNames(position.actors), icon: "positions" as const, end: showDate(position.as_of) },
      target: { to: "position" as const, id: position.id },
    })),
    ...subjectFirst([...note.excerpts.values()], about, ({ said }) => (said === null ? [] : [...said.actors, said.speaker])).map((row) => ({
      item: { id: row.excerpt.id, label: row.excerpt.quote, icon: "quote" as const, end: attributionOf(row, note) },
      target: { to: "excerpt" as const, id: row.excerpt.id },
    })),
    ...[...note.sources.values()].map(({ source }) => ({
      item: { id: source.id, label: source.title, icon: "sources" as const, end: t(`terms.sourceKind.${source.kind}`) },
      target: { to: "source" as const, id: source.id },
    })),
  ];
  return (
    <Popover className={popover["popover"] ?? ""} triggerRef={{ current: anchor ?? null }} isOpen={anchor !== undefined} onOpenChange={(open) => !open && onClose()} placement="bottom start" offset={4}>
      <Dialog aria-label={t("notes.cite.label")} style={{ outline: 0 }}>
        <NarrowingList
          label={t("notes.cite.narrow")}
          items={choices.map(({ item }) => item)}
          onTake={(id) => {
            const chosen = choices.find(({ item }) => item.id === id);
            onClose();
            // The popover hands the focus back first; then the caret stands where the citation goes.
            if (chosen === undefined) return;
            requestAnimationFrame(() => {
              cite(chosen.target);
              focusWhenFree(() => lastView()?.dom);
            });
          }}
        />
      </Dialog>
    </Popover>
  );
}
