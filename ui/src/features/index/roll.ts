import type { ActorId, ImportLine, Roll, RollLine } from "../../api/generated";

/** What becomes of a line: a new actor (`new`), nothing (`skip`), or part of the actor of that id. */
export type Choice = ActorId;

export type Choices = ReadonlyMap<number, Choice>;

/** Unless somebody says otherwise: what is new comes in, what is known is skipped. */
export function choiceOf(line: RollLine, choices: Choices): Choice {
  return choices.get(line.number) ?? (line.known.length === 0 && line.repeats === null ? "new" : "skip");
}

/** The lines that come in. */
export function linesOf(roll: Roll, choices: Choices): ImportLine[] {
  return roll.lines.flatMap((line): ImportLine[] => {
    const choice = choiceOf(line, choices);
    if (choice === "skip") return [];
    return [choice === "new" ? { as: "new", actor: line.actor } : { as: "known", id: choice, actor: line.actor }];
  });
}

export function counted(lines: readonly ImportLine[]): { added: number; merged: number } {
  const added = lines.filter((line) => line.as === "new").length;
  return { added, merged: lines.length - added };
}
