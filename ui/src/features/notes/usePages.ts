import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call, type CommandError } from "../../api/client";
import type { BlockPlace, NoteId, NotePages } from "../../api/generated";
import { oneAtATime } from "../../lib/turns";

export interface ShownPage {
  width: number;
  height: number;
  /** Drawings that lie on one another, from the lowest. */
  layers: readonly string[];
  /** Where blocks stand on it. */
  places: readonly BlockPlace[];
}

export interface ShownPages extends Pick<NotePages, "marking" | "printing" | "places" | "evidence" | "sources"> {
  pages: readonly ShownPage[];
}

// Drawings by their hash, so that only changed ones travel. Kept for the pages shown last; the rest is let go.
const drawings = new Map<string, string>();

/** The note's real pages, drawn anew after every change. */
export function usePages(note: NoteId): { shown: ShownPages | undefined; error: CommandError | null; isRefreshing: boolean } {
  const { data, error, isFetching } = useQuery<ShownPages, CommandError>({
    queryKey: ["note_pages", { note }],
    queryFn: ({ signal }) => inTurn(() => readPages(note), signal),
    placeholderData: keepPreviousData,
  });
  return { shown: data, error, isRefreshing: isFetching };
}

/** The pages of a long note take their time. */
const inTurn = oneAtATime<ShownPages>();

async function readPages(note: NoteId): Promise<ShownPages> {
  const answer = await call("note_pages", { note, known: [...drawings.keys()] });
  // A page that is as it was keeps its identity (the query compares what it gets), and is not rendered again.
  const places = Map.groupBy(answer.places, ({ page }) => page);
  const pages = answer.pages.map(({ width, height, layers }, index) => ({ width, height, layers: layers.map(({ hash, svg }) => urlOf(hash, svg)), places: places.get(index) ?? [] }));
  const used = new Set(answer.pages.flatMap(({ layers }) => layers.map(({ hash }) => hash)));
  for (const hash of [...drawings.keys()].slice(0, Math.max(0, drawings.size - KEPT))) if (!used.has(hash)) drawings.delete(hash);
  return { ...answer, pages };
}

/** How many drawings are kept, so that undoing a change shows its pages at once. */
const KEPT = 500;

/** The drawing in its own address: nothing is to be looked up before it can be drawn. */
function urlOf(hash: string, svg: string | null): string {
  const known = drawings.get(hash);
  if (known !== undefined) return known;
  const url = `data:image/svg+xml,${(svg ?? "").replace(/[%#\n\r\t]/g, encodeURIComponent)}`;
  drawings.set(hash, url);
  return url;
}
