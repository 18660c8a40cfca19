/** The positions place. */
export const positions = {
  title: "Positions",
} as const;
