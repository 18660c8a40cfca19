import { useEffect, useState, useSyncExternalStore } from "react";

/** A value outside React that components can watch: for what the whole window shares and the core does not keep. */
export interface Store<T> {
  get: () => T;
  set: (next: T) => void;
  watch: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      listeners.forEach((listener) => listener());
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of what a store holds; whoever watches it is not drawn again while the part stays the same. */
export function useStorePart<T, P>(store: Pick<Store<T>, "get" | "watch">, part: (value: T) => P): P {
  return useSyncExternalStore(store.watch, () => part(store.get()));
}

/** The list there was, where the next one is the same item by item. */
export const keptList = <T>(before: readonly T[], next: readonly T[]): readonly T[] => (before.length === next.length && before.every((one, index) => one === next[index]) ? before : next);

/** The same for a list that is made anew each time it is looked at. */
export function listKeeper<T>(): (next: readonly T[]) => readonly T[] {
  let kept: readonly T[] = [];
  return (next) => (kept = keptList(kept, next));
}

export function useStore<T>(store: Pick<Store<T>, "get" | "watch">): T {
  return useSyncExternalStore(store.watch, store.get);
}

/** The same for what may lag behind: watched at most every `wait` milliseconds, so that it takes no time from what may not. */
export function useStoreLater<T>(store: Pick<Store<T>, "get" | "watch">, wait: number): T {
  const [shown, setShown] = useState(store.get);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      timer = undefined;
      setShown(store.get);
    };
    take();
    const stop = store.watch(() => (timer ??= setTimeout(take, wait)));
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, wait]);
  return shown;
}
