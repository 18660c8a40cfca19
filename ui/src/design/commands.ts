import { useEffect, useEffectEvent } from "react";
import { createStore, useStore } from "../lib/store";
import type { IconName } from "./icons/Icon";

/** Something the window can do, found by its words. */
export interface Command {
  id: string;
  label: string;
  /** Other words by which people look for it, between commas. */
  words?: string;
  icon: IconName;
  keys?: string;
  run: () => void;
}

// What is nearest to what one is doing comes first.
const offers = createStore<readonly (readonly Command[])[]>([]);

export const useCommandsOffered = (): readonly Command[] => useStore(offers).flat();

/** Offers these while the component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  const runAt = useEffectEvent((index: number) => commands[index]?.run());
  const shape = JSON.stringify(commands.map((command) => ({ ...command, run: undefined })));
  useEffect(() => {
    const offered = (JSON.parse(shape) as Omit<Command, "run">[]).map((command, index) => ({ ...command, run: () => runAt(index) }));
    offers.set([offered, ...offers.get()]);
    return () => offers.set(offers.get().filter((other) => other !== offered));
  }, [shape]);
}
