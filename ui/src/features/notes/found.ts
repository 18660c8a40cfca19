import type { ExcerptRow, FindExcerpts, FindPositions, Position } from "../../api/generated";
import { useReadOn, type ReadOn } from "../../api/readOn";
import type { Option } from "../../design/pickerOptions";
import type { IconName } from "../../design/icons/Icon";
import { showDate } from "../../lib/dates";
import { attributionOf, positionWords } from "./evidenceWords";
import type { NoteWork } from "./noteContext";

/** The excerpts that what is typed finds, the latest kept first. */
export const useFoundExcerpts = ({ sought, ...rest }: Omit<FindExcerpts, "from" | "limit">, limit: number): ReadOn<ExcerptRow> =>
  useReadOn("excerpt_find", { ...rest, sought: sought.trim() }, limit);

/** The positions that what is typed finds, the latest held first. */
export const useFoundPositions = ({ sought, ...rest }: Omit<FindPositions, "from" | "limit">, limit: number): ReadOn<Position> =>
  useReadOn("position_find", { ...rest, sought: sought.trim() }, limit);

export const excerptOption = (row: ExcerptRow, note: NoteWork): Option => ({ id: row.excerpt.id, label: row.excerpt.quote, icon: "quote", end: attributionOf(row, note) });

export const positionOption = (position: Position, note: NoteWork, icon: IconName): Option => ({ id: position.id, label: positionWords(position, note), icon, end: showDate(position.as_of) });
