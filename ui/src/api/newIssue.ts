import type { NewIssue } from "./generated";
import { newId } from "../lib/ids";

/** What is said on most issues may have changed after a quarter of a year. */
const HALF_LIFE_DAYS = 90;

export const newIssue = (title: string, question = ""): NewIssue => ({
  id: newId(),
  facts: { title, question, parent: null, half_life_days: HALF_LIFE_DAYS },
});
