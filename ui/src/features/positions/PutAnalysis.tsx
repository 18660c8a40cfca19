import type { ActorId, Analysis, IssueId } from "../../api/generated";
import { Bar } from "../../design/Bar";
import { PutInNote } from "./PutInNote";

/** What a tab shows, in a sentence, and the way with it into a note. */
export function AnalysisBar({ of, help }: { of: Analysis; help: string }) {
  return (
    <Bar second>
      <span className="t13 muted">{help}</span>
      <span className="grow" />
      <PutAnalysis of={of} />
    </Bar>
  );
}

/** Puts what a tab shows into a note, where it is asked again as of the note's own cut-off. */
export function PutAnalysis({ of, actors = [], issues = [] }: { of: Analysis; actors?: readonly ActorId[]; issues?: readonly IssueId[] }) {
  return <PutInNote size="small" body={() => ({ kind: "analysis", of, actors: [...actors], issues: [...issues], caption: [] })} />;
}
