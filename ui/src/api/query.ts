import { keepPreviousData, QueryCache, QueryClient, useMutation, useQuery, type UseMutationResult, type Query } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { call, CommandError, type Args, type CommandName, type Result } from "./client";
import { provides, type AppState } from "./generated";
import type { InTurn } from "../lib/turns";
import { transport } from "./transport";

/** Everything read from the core stays until the core says that it has changed; nothing is refetched on a guess. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: (data, { queryKey }) => {
      if (queryKey[0] === "app_state") dossierIs((data as AppState).dossier?.head.id);
    },
  }),
  defaultOptions: { queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, networkMode: "always" }, mutations: { networkMode: "always" } },
});

let dossier: string | undefined;

/** What was read of one dossier is never shown of another, not even until that has been read. */
function dossierIs(id: string | undefined): void {
  if (id === undefined || id === dossier) return;
  const isAnother = dossier !== undefined;
  dossier = id;
  if (isAnother) void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "app_state" && queryKey[0] !== "settings_get" });
}

export interface Read<T> {
  data: T | undefined;
  error: CommandError | null;
  isLoading: boolean;
  /** What is shown is the answer to the question before. */
  isHeld: boolean;
}

/**
 * Reads a command's answer and keeps it fresh. With `args` undefined it waits. `hold` keeps showing the last answer while the next is read;
 * with `turns` the core is asked one question at a time; what is `patient` is asked for again when what somebody looks at has been.
 */
export function useRead<C extends CommandName>(command: C, args: Args<C> | undefined, options: { hold?: boolean; turns?: InTurn<Result<C>>; patient?: boolean } = {}): Read<Result<C>> {
  const { data, error, isLoading, isPlaceholderData } = useQuery<Result<C>, CommandError>({
    queryKey: [command, args],
    queryFn: ({ signal }) => {
      const ask = () => call(command, args as Args<C>);
      return options.turns === undefined ? ask() : options.turns(ask, signal);
    },
    enabled: args !== undefined,
    meta: { patient: options.patient === true },
    ...(options.hold === true ? { placeholderData: keepPreviousData } : {}),
  });
  return { data, error, isLoading, isHeld: isPlaceholderData };
}

/** Reads once, outside a component, through the same cache. */
export function readOnce<C extends CommandName>(command: C, args: Args<C>): Promise<Result<C>> {
  return queryClient.fetchQuery({ queryKey: [command, args], queryFn: () => call(command, args) });
}

/** Reads anew what was read before, whatever is under way; what is equal to the last answer stays the same object. */
export async function readAnew<C extends CommandName>(command: C, args: Args<C>): Promise<Result<C>> {
  const queryKey = [command, args];
  await queryClient.cancelQueries({ queryKey, exact: true });
  const read = await queryClient.fetchQuery({ queryKey, queryFn: () => call(command, args), staleTime: 0 });
  // What the cache made of it: with the objects there were.
  return queryClient.getQueryData<Result<C>>(queryKey) ?? read;
}

export type Act<C extends CommandName> = UseMutationResult<Result<C>, CommandError, Args<C>>;

let tellOrphaned: (problem: CommandError) => void = () => undefined;

/** Says how to tell why an act failed that nobody waits for any more: what asked for it has gone. The shell does, once. */
export function orphansAreTold(tell: (problem: CommandError) => void): void {
  tellOrphaned = tell;
}

/**
 * A command that changes something, with its state: `act.mutate(args)`, `act.error`, `act.isPending`. What it makes stale, the core
 * says. `onDone` is told that it was done, also when what asked for it has gone by then.
 */
export function useAct<C extends CommandName>(command: C, onDone?: () => void): Act<C> {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const underWay = useRef<string | undefined>(undefined);
  const act = useMutation<Result<C>, CommandError, Args<C>>({
    onSettled: () => {
      underWay.current = undefined;
    },
    onSuccess: () => onDone?.(),
    onError: (problem) => {
      if (!isHere.current) tellOrphaned(problem);
    },
    mutationFn: async (args) => {
      const before = queryClient.getQueryData<AppState>(["app_state", {}])?.undo?.seq;
      const result = await call(command, args);
      const own = { before };
      answered = own;
      setTimeout(() => {
        if (answered === own) answered = undefined;
      });
      return result;
    },
  });
  if (!MAKES.test(command)) return act;
  const once: Act<C>["mutate"] = (...asked) => {
    const what = withoutIds(asked[0]);
    if (underWay.current === what) return;
    underWay.current = what;
    act.mutate(...asked);
  };
  return { ...act, mutate: once };
}

/** What makes something is not done again while the same is under way: a button was pressed twice, or a key held down. */
const MAKES = /_(?:create|record|keep|add|paste|save|export|add_evidence)$/;

/** What is asked for, whatever the things that it makes are called. */
function withoutIds(args: unknown): string {
  const ids = new Set<unknown>();
  const text = JSON.stringify(args, (key, value: unknown) => {
    if (key === "id") ids.add(value);
    return value;
  });
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => (ids.has(value) ? "" : value));
}

/** The act that is being answered just now, with the latest step when it began. */
let answered: { before: number | undefined } | undefined;

/** What has been recorded. */
export interface Recorded {
  /** The latest step, by its number. */
  step: number | undefined;
  /** Whether it was there before the act that is being answered, which had nothing to change. */
  isNothing: boolean;
}

/** What has been recorded by now, asked while an act is answered or after something else was done. */
export async function recorded(): Promise<Recorded> {
  const act = answered;
  const step = (await readAnew("app_state", {})).undo?.seq;
  return { step, isNothing: act !== undefined && act.before === step };
}

/** What the core announces after every commit. */
export interface Change {
  op: string;
  tags: readonly string[];
}

/** How long what is patient waits after a change, in milliseconds: the pages of a long note have been asked for and have come. */
const PATIENCE = 120;

let due: ReturnType<typeof setTimeout> | undefined;
const changedSince = new Set<string>();

/** Makes stale what the changed tags feed; what is patient only when nothing has changed for a moment. */
export function invalidate(tags: readonly string[]): void {
  makeStale(tags, false);
  for (const tag of tags) changedSince.add(tag);
  clearTimeout(due);
  due = setTimeout(() => {
    makeStale([...changedSince], true);
    changedSince.clear();
  }, PATIENCE);
}

function makeStale(tags: readonly string[], patient: boolean): void {
  const isFed = ({ queryKey, meta }: Query) => (meta?.["patient"] === true) === patient && (provides[queryKey[0] as CommandName] ?? []).some((tag) => tags.includes(tag));
  // A first answer on its way was asked for before the change: the library would take it for the newest there is.
  for (const query of queryClient.getQueryCache().findAll({ predicate: isFed, fetchStatus: "fetching" })) {
    const { queryKey, state } = query;
    if (state.data === undefined) void query.promise?.then(() => queryClient.invalidateQueries({ queryKey, exact: true }), () => undefined);
  }
  void queryClient.invalidateQueries({ predicate: isFed });
}

/** Listens for changes for as long as the window lives; called once. */
export function followChanges(): () => void {
  return transport.onChanged((change) => invalidate((change as Change).tags));
}
