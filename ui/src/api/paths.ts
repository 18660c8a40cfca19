import { asCommandError } from "./client";
import { createStore, useStore } from "../lib/store";
import { transport } from "./transport";

// Asking for a file is the shell's business, with the system's own dialogs. A browser has no such dialogs for paths;
// there the window asks for the path in words, so that the same journeys can be walked in development and in tests.

/** A question for a path that the window itself has to ask. */
export interface PathQuestion {
  title: string;
  suggestion: string;
  several: boolean;
  answer: (paths: string[]) => void;
}

const asked = createStore<PathQuestion | undefined>(undefined);

export function usePathQuestion(): PathQuestion | undefined {
  return useStore(asked);
}

const inWords = (title: string, suggestion: string, several: boolean): Promise<string[]> =>
  new Promise((resolve) => {
    asked.set({
      title,
      suggestion,
      several,
      answer: (paths) => {
        asked.set(undefined);
        resolve(paths);
      },
    });
  });

async function ofShell<T>(command: string, args: object): Promise<T> {
  try {
    return (await transport.call(command, args)) as T;
  } catch (thrown) {
    throw asCommandError(thrown);
  }
}

/** Files to bring in; none when called off. `kinds` names what the dialog can be narrowed to, if to anything. */
export function askForFiles(title: string, kinds: { documents?: string; anything?: string } = {}): Promise<string[]> {
  return transport.hasDialogs ? ofShell("dialog_open_files", { title, ...kinds }) : inWords(title, "", true);
}

/** Folders to bring in with all that is in them; none when called off. */
export function askForFolders(title: string): Promise<string[]> {
  return transport.hasDialogs ? ofShell("dialog_open_folders", { title }) : inWords(title, "", true);
}

/** A dossier to open. */
export async function askForDossier(title: string): Promise<string | undefined> {
  if (transport.hasDialogs) return (await ofShell<string | null>("dialog_open_dossier", { title })) ?? undefined;
  return (await inWords(title, "", false))[0];
}

/** Where a new dossier shall lie. */
export async function askForNewDossier(title: string, suggested_name: string): Promise<string | undefined> {
  if (transport.hasDialogs) return (await ofShell<string | null>("dialog_new_dossier", { title, suggested_name })) ?? undefined;
  return (await inWords(title, suggested_name, false))[0];
}

/** Where a file shall be written. `kind` is what such a file is called, `extension` has no dot. */
export async function askWhereToSave(question: { title: string; kind: string; suggested_name: string; extension: string }): Promise<string | undefined> {
  if (transport.hasDialogs) return (await ofShell<string | null>("dialog_save", question)) ?? undefined;
  return (await inWords(question.title, `${question.suggested_name}.${question.extension}`, false))[0];
}

/** Opens an address outside the program. The reader has seen the whole of it first. */
export function openLink(url: string): Promise<void> {
  if (transport.hasDialogs) return ofShell("open_link", { url });
  window.open(url, "_blank", "noopener");
  return Promise.resolve();
}

/** Calls back with each dossier given from outside, the one the program was started with among them. */
export function followOpened(opened: (path: string) => void): () => void {
  const stop = transport.onOpen(opened);
  if (transport.hasDialogs) void ofShell<string | null>("shell_opened", {}).then((path) => path !== null && opened(path));
  return stop;
}

/** Tells the shell that the first screen can be used. */
export function sayReady(): void {
  if (transport.hasDialogs) void ofShell("shell_ready", {});
}

/** Files hanging over the window, or dropped on it. */
export const followDrops = transport.onDrop;
