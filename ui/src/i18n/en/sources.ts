/** The sources place. */
export const sources = {
  title: "Sources",
} as const;
