import { useEffect, useState, type RefObject } from "react";

/** Less than this beside the text leaves no margin: cards then stand beneath their paragraph. */
const ROOM_FOR_MARGIN = 860;

/** The margin with the air around it. */
export const MARGIN = 484;
export const AIR = 48;

/** Whether the view has room for a margin. */
export function useRoom(scroller: RefObject<HTMLElement | null>): boolean {
  const [hasRoom, setRoom] = useState(true);
  useEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    const observer = new ResizeObserver(() => setRoom(view.clientWidth >= ROOM_FOR_MARGIN));
    observer.observe(view);
    return () => observer.disconnect();
  }, [scroller]);
  return hasRoom;
}

/** Whether the words leave the margin no room in sight: pages made larger than the view would have them do. */
export function useCrowded(scroller: RefObject<HTMLElement | null>, sheet: RefObject<HTMLElement | null>, isAsked: boolean): boolean {
  const [isCrowded, setCrowded] = useState(false);
  useEffect(() => {
    const view = scroller.current;
    const words = sheet.current;
    if (view === null || words === null || !isAsked) return;
    const observer = new ResizeObserver(() => setCrowded(words.offsetWidth + MARGIN > view.clientWidth + 1));
    observer.observe(view);
    observer.observe(words);
    return () => observer.disconnect();
  }, [scroller, sheet, isAsked]);
  return isAsked && isCrowded;
}
