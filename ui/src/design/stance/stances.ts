/** The scale, in the order of its keys 1 to 6. */
export const STANCES = ["supports", "supports_with_conditions", "neutral", "opposes_with_conditions", "opposes", "unclear"] as const;
export type StanceName = (typeof STANCES)[number];

/** 1 to 6. */
export const keyOf = (stance: StanceName): number => STANCES.indexOf(stance) + 1;
