import { actorsAndIssues } from "./actorsAndIssues";
import { common } from "./common";
import { history } from "./history";
import { notes } from "./notes";
import { positions } from "./positions";
import { reader } from "./reader";
import { search } from "./search";
import { settings } from "./settings";
import { shell } from "./shell";
import { sources } from "./sources";
import { start } from "./start";
import { steps } from "./steps";
import { terms } from "./terms";

/** The English catalogue: one file per area, notes in three. */
export const en = { common, terms, steps, shell, start, sources, reader, positions, notes, actorsAndIssues, search, history, settings } as const;
