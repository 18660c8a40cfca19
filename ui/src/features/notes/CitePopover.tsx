import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { CitationTarget } from "../../api/generated";
import popover from "../../design/Popover.module.css";
import { t } from "../../i18n";
import { focusWhenFree } from "../../lib/focus";
import { narrow } from "../../lib/match";
import { cite } from "./cite";
import { lastView } from "./fields";
import type { Option } from "../../design/pickerOptions";
import { excerptOption, positionOption, useFoundExcerpts, useFoundPositions } from "./found";
import { FoundList } from "./NarrowingList";
import { useNote } from "./noteContext";
import { useSubject } from "./subject";

/** So many of each kind at first, and whenever somebody comes to the end. */
const STRETCH = 30;

/** What can be cited where the caret stood, found by its words: positions, excerpts, whole sources. */
export function CitePopover({ anchor, onClose }: { anchor: Element | undefined; onClose: () => void }) {
  return (
    <Popover className={popover["popover"] ?? ""} triggerRef={{ current: anchor ?? null }} isOpen={anchor !== undefined} onOpenChange={(open) => !open && onClose()} placement="bottom start" offset={4}>
      <Dialog aria-label={t("notes.cite.label")} style={{ outline: 0 }}>
        <Citable
          onTake={(target) => {
            onClose();
            // The popover hands the focus back first; then the caret stands where the citation goes.
            requestAnimationFrame(() => {
              cite(target);
              focusWhenFree(() => lastView()?.dom);
            });
          }}
        />
      </Dialog>
    </Popover>
  );
}

function Citable({ onTake }: { onTake: (target: CitationTarget) => void }) {
  const note = useNote();
  const [sought, setSought] = useState("");
  const [stretches, setStretches] = useState(1);
  const about = [...useSubject(note)];
  const positions = useFoundPositions({ sought, which: "all", about }, STRETCH);
  const excerpts = useFoundExcerpts({ sought, about }, STRETCH);
  const sources = narrow([...note.sources.values()], sought, ({ source }) => [source.title, source.publisher ?? ""]);
  // Stretch after stretch, so that what comes later stands after what was there.
  const choices = Array.from({ length: stretches }, (_, at): { item: Option; target: CitationTarget }[] => [
    ...(positions.pages[at] ?? []).map((position) => ({ item: positionOption(position, note, "positions"), target: { to: "position" as const, id: position.id } })),
    ...(excerpts.pages[at] ?? []).map((row) => ({ item: excerptOption(row, note), target: { to: "excerpt" as const, id: row.excerpt.id } })),
    ...sources.slice(at * STRETCH, (at + 1) * STRETCH).map(({ source }) => ({
      item: { id: source.id, label: source.title, icon: "sources" as const, end: t(`terms.sourceKind.${source.kind}`) },
      target: { to: "source" as const, id: source.id },
    })),
  ]).flat();
  const isMore = excerpts.hasMore || positions.hasMore || sources.length > stretches * STRETCH;
  return (
    <FoundList
      label={t("notes.cite.narrow")}
      items={choices.map(({ item }) => item)}
      sought={sought}
      onSeek={(words) => {
        setSought(words);
        setStretches(1);
      }}
      isComing={excerpts.isComing || positions.isComing}
      onMore={isMore ? () => {
        setStretches(stretches + 1);
        excerpts.more?.();
        positions.more?.();
      } : undefined}
      onTake={(id) => {
        const chosen = choices.find(({ item }) => item.id === id);
        if (chosen !== undefined) onTake(chosen.target);
      }}
    />
  );
}
