import { useEffect, useEffectEvent, useState } from "react";
import { asCommandError, call, type CommandError } from "../api/client";
import { askForDossier, askForNewDossier, followOpened } from "../api/paths";
import { t } from "../i18n";
import { fileName, titleFrom } from "../lib/fileNames";

/** Beginning, opening and closing dossiers. Whatever fails says so in `problem`; the open dossier stays open. */
export function useDossiers(onProblem: (problem: CommandError | undefined) => void) {
  const [isOpening, setOpening] = useState(false);
  const attempt = (act: () => Promise<unknown>) => {
    setOpening(true);
    onProblem(undefined);
    act()
      .catch((thrown: unknown) => onProblem(asCommandError(thrown)))
      .finally(() => setOpening(false));
  };
  const openAt = (path: string) => attempt(() => call("dossier_open", { path }));
  const opened = useEffectEvent(openAt);
  useEffect(() => followOpened((path) => opened(path)), []);
  return {
    isOpening,
    openAt,
    open: () =>
      attempt(async () => {
        const path = await askForDossier(t("shell.path.openDossier"));
        if (path !== undefined) await call("dossier_open", { path });
      }),
    begin: () => attempt(() => beginNamed(t("shell.untitled"))),
    /** Begins one for what is to go into it, then puts it in; nothing, if no file is chosen for it. */
    beginWith: (name: string, then: () => void) =>
      attempt(async () => {
        if (await beginNamed(name)) then();
      }),
    sample: () => attempt(() => call("dossier_sample_open", {})),
    close: () => attempt(() => call("dossier_close", {})),
  };
}

export type Dossiers = ReturnType<typeof useDossiers>;

/** Asks for the file of a new dossier and makes it. Whether one was made. */
async function beginNamed(name: string): Promise<boolean> {
  const path = await askForNewDossier(t("shell.path.newDossier"), fileName(name, t("shell.untitled")));
  if (path !== undefined) await call("dossier_new", { path, title: titleFrom(path) });
  return path !== undefined;
}
