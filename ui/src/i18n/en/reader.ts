/** The reader place. */
export const reader = {
  title: "Reader",
} as const;
