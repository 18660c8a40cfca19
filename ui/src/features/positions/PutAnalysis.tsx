import type { ActorId, Analysis, IssueId } from "../../api/generated";
import { PutInNote } from "./PutInNote";

/** Puts what a tab shows into a note, where it is asked again as of the note's own cut-off. */
export function PutAnalysis({ of, actors = [], issues = [] }: { of: Analysis; actors?: readonly ActorId[]; issues?: readonly IssueId[] }) {
  return <PutInNote size="small" body={() => ({ kind: "analysis", of, actors: [...actors], issues: [...issues], caption: [] })} />;
}
