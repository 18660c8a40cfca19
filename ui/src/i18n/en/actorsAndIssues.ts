/** The place of actors and issues. */
export const actorsAndIssues = {
  title: "Actors & issues",
} as const;
