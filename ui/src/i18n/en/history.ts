/** The history place. */
export const history = {
  title: "History",
} as const;
