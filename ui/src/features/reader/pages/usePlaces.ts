import type { SourceId } from "../../../api/generated";
import { useRead } from "../../../api/query";
import { TextPositions, type Stretch } from "../../../lib/text";
import type { Mark } from "../marks";
import type { DrawnPage } from "./pageText";

/** A mark with the stretch of the page's own words that it covers, unless it is not certain which these are. */
export interface PlacedMark extends Mark {
  on: Stretch | undefined;
}

/** Marks that come and go with each step; the others are asked for apart, so that they stand still meanwhile. */
const PASSING: ReadonlySet<Mark["look"]> = new Set(["selected", "found", "offered", "current"]);

/** Where marks of the source's text stand on a page. */
export function usePlaces(drawn: DrawnPage | undefined, source: SourceId, map: TextPositions, marks: readonly Mark[], mentions: readonly Mark[]): PlacedMark[] {
  const named = useAsked(drawn, source, map, mentions);
  const standing = useAsked(drawn, source, map, marks.filter(({ look }) => !PASSING.has(look)));
  const passing = useAsked(drawn, source, map, marks.filter(({ look }) => PASSING.has(look)));
  return [...named, ...standing, ...passing];
}

function useAsked(drawn: DrawnPage | undefined, source: SourceId, map: TextPositions, marks: readonly Mark[]): PlacedMark[] {
  const passages = marks.map(({ start, end }) => ({ start: map.toScalar(start), end: map.toScalar(end) }));
  const ask = drawn === undefined || passages.length === 0 ? undefined : { source, page: drawn.page, text: drawn.text, passages };
  const { data } = useRead("page_places", ask);
  if (data === undefined || drawn === undefined) return [];
  const own = new TextPositions(drawn.text);
  return marks.map((mark, index) => {
    const place = data[index];
    return { ...mark, on: place == null ? undefined : { start: own.toUnit(place.start), end: own.toUnit(place.end) } };
  });
}
