import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { call, type Args, type CommandError, type CommandName, type Result } from "./client";

/** Commands that answer with a list of which a stretch is asked for. */
type Stretched = { [C in CommandName]: Args<C> extends { from: number; limit: number } ? C : never }[CommandName];

type RowOf<C extends Stretched> = Result<C> extends readonly (infer Row)[] ? Row : never;

export interface ReadOn<Row> {
  /** What has been read, a page after the other. */
  pages: readonly (readonly Row[])[];
  /** Whether there may be another page, also while that is on its way. */
  hasMore: boolean;
  /** Reads the next page; nothing while it is on its way, or where there is none. */
  more: (() => void) | undefined;
  /** This question has no answer yet: what is shown is the answer to the one before, or nothing. */
  isComing: boolean;
}

/** Reads a long list from its beginning, so many at a time, as far as somebody goes on. While another question is answered the last list stays. */
export function useReadOn<C extends Stretched>(command: C, args: Omit<Args<C>, "from" | "limit"> | undefined, limit: number): ReadOn<RowOf<C>> {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isLoading, isPlaceholderData } = useInfiniteQuery<readonly RowOf<C>[], CommandError, { pages: (readonly RowOf<C>[])[] }, readonly unknown[], number>({
    queryKey: [command, args, limit],
    queryFn: async ({ pageParam }) => (await call(command, { ...args, from: pageParam, limit } as unknown as Args<C>)) as unknown as readonly RowOf<C>[],
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < limit ? undefined : all.length * limit),
    enabled: args !== undefined,
    placeholderData: keepPreviousData,
  });
  const isComing = isLoading || isPlaceholderData;
  const hasMore = hasNextPage && !isComing;
  return { pages: args === undefined ? [] : (data?.pages ?? []), hasMore, more: hasMore && !isFetchingNextPage ? () => void fetchNextPage() : undefined, isComing };
}
