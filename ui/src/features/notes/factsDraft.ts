import type { Note, NoteFacts, Paper, Print, Recipient } from "../../api/generated";
import { momentOf, partsOf, type MomentParts } from "./moments";

export interface RecipientDraft {
  /** Its own as long as it is edited, whatever comes or goes before it. */
  key: string;
  who: string;
  copies: string;
}

/** A note's details while they are edited: every text a string, every moment in its parts. */
export interface FactsDraft {
  title: string;
  reference: string;
  version: string;
  marking: string | null;
  language: string;
  paper: Paper;
  print: Print | null;
  preparedBy: string;
  preparedFor: string;
  cutoff: MomentParts;
  issued: MomentParts;
  lastBrief: string;
  meetingTitle: string;
  meetingPlace: string;
  meetingStart: MomentParts;
  meetingZone: string;
  meetingWho: string;
  distribution: readonly RecipientDraft[];
  controls: Record<"category" | "dissemination" | "contact", string>;
  clearedBy: string;
  clearedAt: MomentParts;
}

export function draftOf(note: Note): FactsDraft {
  return {
    title: note.title,
    reference: note.reference ?? "",
    version: note.version,
    marking: note.marking,
    language: note.language,
    paper: note.paper,
    print: note.print,
    preparedBy: note.prepared_by ?? "",
    preparedFor: note.prepared_for ?? "",
    cutoff: partsOf(note.cutoff),
    issued: partsOf(note.issued),
    lastBrief: note.last_brief ?? "",
    meetingTitle: note.meeting?.title ?? "",
    meetingPlace: note.meeting?.place ?? "",
    meetingStart: partsOf(note.meeting?.start ?? null),
    meetingZone: note.meeting?.zone ?? "",
    meetingWho: note.meeting?.who ?? "",
    distribution: note.distribution.map(({ who, copies }, index) => ({ key: String(index), who, copies: copies === null ? "" : String(copies) })),
    controls: {
      category: note.controls?.category ?? "",
      dissemination: note.controls?.dissemination ?? "",
      contact: note.controls?.contact ?? "",
    },
    clearedBy: note.clearance?.version === note.version ? note.clearance.by : "",
    clearedAt: partsOf(note.clearance?.version === note.version ? note.clearance.at : null),
  };
}

/** How many copies; null when they are not counted, undefined for what is no number of copies. */
export function readCopies(typed: string): number | null | undefined {
  if (typed.trim() === "") return null;
  return /^[1-9]\d{0,3}$/.test(typed.trim()) ? Number(typed) : undefined;
}

/** Whether copies are counted for nobody. */
export const lacksWho = ({ who, copies }: RecipientDraft): boolean => who.trim() === "" && copies.trim() !== "";

/** Whether it is said when the note was cleared, but not by whom. Whoever takes the name out withdraws the clearance with its moment. */
export const lacksClearer = (draft: FactsDraft, note: Note): boolean => draft.clearedBy.trim() === "" && draft.clearedAt.day !== "" && momentOf(draft.clearedAt) !== momentOf(draftOf(note).clearedAt);

const said = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The facts to keep. `now` is the clearance's moment when none was typed; a moment that cannot be read stays as it was. */
export function factsOf(draft: FactsDraft, note: Note, now: string): NoteFacts {
  const moment = (parts: MomentParts, before: string | null) => {
    const read = momentOf(parts);
    // An untouched moment keeps its seconds.
    return read === undefined || (before !== null && read === momentOf(partsOf(before))) ? before : read;
  };
  const { category, dissemination, contact } = draft.controls;
  const controlled = said(category) ?? said(dissemination) ?? said(contact);
  const meets = said(draft.meetingTitle) ?? said(draft.meetingPlace) ?? said(draft.meetingWho) ?? momentOf(draft.meetingStart) ?? said(draft.meetingZone);
  return {
    title: draft.title.trim(),
    reference: said(draft.reference),
    version: draft.version.trim(),
    template: note.template,
    marking: draft.marking,
    language: said(draft.language) ?? note.language,
    paper: draft.paper,
    print: draft.print,
    prepared_by: said(draft.preparedBy),
    prepared_for: said(draft.preparedFor),
    cutoff: moment(draft.cutoff, note.cutoff),
    issued: moment(draft.issued, note.issued),
    last_brief: said(draft.lastBrief),
    meeting:
      meets == null
        ? null
        : { title: draft.meetingTitle.trim(), place: said(draft.meetingPlace), start: moment(draft.meetingStart, note.meeting?.start ?? null), zone: said(draft.meetingZone), who: said(draft.meetingWho) },
    distribution: draft.distribution.flatMap(({ who, copies }): Recipient[] => (said(who) === null ? [] : [{ who: who.trim(), copies: readCopies(copies) ?? null }])),
    controls: controlled === null ? null : { category: said(category), dissemination: said(dissemination), contact: said(contact) },
    clearance:
      said(draft.clearedBy) === null
        ? note.clearance?.version === note.version ? null : note.clearance
        : { by: draft.clearedBy.trim(), at: moment(draft.clearedAt, note.clearance?.at ?? null) ?? now, version: draft.version.trim() },
  };
}
