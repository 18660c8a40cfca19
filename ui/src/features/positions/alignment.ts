import type { ActorId, Agreement, Alignment, Band, Stance } from "../../api/generated";

/** How close two actors stand, from the same side to opposite ends. */
export const BANDS: readonly Band[] = ["together", "near", "between", "away", "apart"];

/** How two actors agree; nothing where they cannot be compared. */
export type Agrees = (one: ActorId, other: ActorId) => Agreement | undefined;

export function agreements(alignment: Alignment): Agrees {
  const places = new Map(alignment.rows.map((row, place) => [row.actor, place]));
  return (one, other) => {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined || a === b) return undefined;
    return alignment.rows[Math.max(a, b)]?.with[Math.min(a, b)] ?? undefined;
  };
}

/** Who can be compared on the most issues, all the others taken together; nobody where no two speak on the same one. */
export function mostCompared({ rows, by_likeness }: Alignment): ActorId | undefined {
  const issues = new Map<ActorId, number>();
  const count = (actor: ActorId, more: number) => issues.set(actor, (issues.get(actor) ?? 0) + more);
  rows.forEach(({ actor, with: others }) =>
    others.forEach((agreement, place) => {
      if (agreement === null) return;
      count(actor, agreement.issues);
      count(rows[place]?.actor ?? "", agreement.issues);
    }),
  );
  const most = Math.max(0, ...issues.values());
  return most === 0 ? undefined : by_likeness.find((actor) => issues.get(actor) === most);
}

/** The others by how they agree with one: the closest first, on more issues before on fewer, those not to be compared last. */
export function byLikenessTo(actors: readonly ActorId[], to: ActorId, agrees: Agrees): ActorId[] {
  const rank = (actor: ActorId): [number, number] => {
    if (actor === to) return [101, 0];
    const agreement = agrees(actor, to);
    return agreement === undefined ? [-1, 0] : [agreement.percent, agreement.issues];
  };
  return [...actors].sort((a, b) => {
    const [[percentA, issuesA], [percentB, issuesB]] = [rank(a), rank(b)];
    return percentB - percentA || issuesB - issuesA;
  });
}

const SIDE: Record<Stance, number | undefined> = {
  supports: 1,
  supports_with_conditions: 1,
  neutral: 0,
  opposes_with_conditions: -1,
  opposes: -1,
  unclear: undefined,
};

export type Compared = "same" | "differs" | "apart" | "unclear" | "missing";

/** What two stances on one issue are to each other. */
export function compare(one: Stance | undefined, other: Stance | undefined): Compared {
  if (one === undefined || other === undefined) return "missing";
  const [a, b] = [SIDE[one], SIDE[other]];
  if (a === undefined || b === undefined) return "unclear";
  if (one === other) return "same";
  return a * b < 0 ? "apart" : "differs";
}
