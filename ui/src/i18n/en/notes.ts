/** The notes place. */
export const notes = {
  title: "Notes",
} as const;
