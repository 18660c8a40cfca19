/** The search place. */
export const search = {
  title: "Search",
} as const;
