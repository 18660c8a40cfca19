/** The settings place. */
export const settings = {
  title: "Settings",
} as const;
