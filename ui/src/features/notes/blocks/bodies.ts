import type { Body, Inline } from "../../../api/generated";

/** The body of one kind. */
export type BodyOf<K extends Body["kind"]> = Extract<Body, { kind: K }>;

export type Text = Inline[];

/** The list with the item at `index` replaced by these. */
export const spliced = <T>(list: readonly T[], index: number, ...items: T[]): T[] => [...list.slice(0, index), ...items, ...list.slice(index + 1)];
