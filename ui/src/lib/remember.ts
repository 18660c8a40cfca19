import { useState } from "react";

// The window remembers where one was: widths, folds, the chosen tab. Never anything of the dossier's content.
const PREFIX = "standpoint.";

export function recall<T>(key: string, fallback: T): T {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? fallback : (JSON.parse(stored) as T);
  } catch {
    return fallback;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs a remembered width, nothing else.
  }
}

/** `useState` that outlives the window. `key` names the thing remembered, such as `sources.sort`. */
export function useRemembered<T>(key: string, fallback: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => recall(key, fallback));
  const set = (next: T) => {
    setValue(next);
    keep(key, next);
  };
  return [value, set];
}
