import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

// The only place that knows how the window reaches its core. In the program that is the shell's one command and its
// events; in a browser, for development and tests, the same commands over HTTP on this machine.

export interface Transport {
  /** Whether the shell's own dialogs can be asked for paths. */
  hasDialogs: boolean;
  call: (command: string, args: unknown) => Promise<unknown>;
  /** Calls back after every committed change, in order. Returns how to stop. */
  onChanged: (listener: (change: unknown) => void) => () => void;
  /** Calls back with the path of a dossier opened from outside, such as by double-click. */
  onOpen: (opened: (path: string) => void) => () => void;
  /** Calls back with `true` while files hang over the window, and with their paths when they are dropped. */
  onDrop: (hovering: (over: boolean) => void, dropped: (paths: string[]) => void) => () => void;
}

const inProgram = (): boolean => "__TAURI_INTERNALS__" in window;

/** Stops a subscription that is still being made. */
const later = (subscription: Promise<() => void>) => () => void subscription.then((stop) => stop());

const tauri: Transport = {
  hasDialogs: true,
  call: (command, args) => invoke("invoke", { command, args }),
  onChanged: (listener) => later(listen("changed", (event) => listener(event.payload))),
  onOpen: (opened) => later(listen<{ path: string }>("open", ({ payload }) => opened(payload.path))),
  onDrop: (hovering, dropped) => {
    const stops = [
      listen("tauri://drag-enter", () => hovering(true)),
      listen("tauri://drag-leave", () => hovering(false)),
      listen<{ paths: string[] }>("tauri://drag-drop", ({ payload }) => {
        hovering(false);
        dropped(payload.paths);
      }),
    ].map(later);
    return () => stops.forEach((stop) => stop());
  },
};

const http: Transport = {
  hasDialogs: false,
  call: async (command, args) => {
    const response = await fetch("/call", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ command, args }),
    });
    if (response.headers.get("content-type") === "application/octet-stream") return response.arrayBuffer();
    const body: unknown = await response.json();
    if (!response.ok) throw body;
    return body;
  },
  onChanged: (listener) => {
    const events = new EventSource("/events");
    const take = (event: MessageEvent<string>) => listener(JSON.parse(event.data));
    events.addEventListener("changed", take);
    return () => events.close();
  },
  onOpen: () => () => undefined,
  // A browser does not tell a page where a dropped file lies.
  onDrop: () => () => undefined,
};

export const transport: Transport = inProgram() ? tauri : http;
