import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Keeps the place on the pages that is in the middle of what is seen where it is while they grow and shrink. What it gives is
 * to be called before they do.
 */
export function useMiddleKept(desk: RefObject<HTMLElement | null>): () => void {
  const held = useRef<{ sheet: HTMLElement; x: number; y: number } | undefined>(undefined);
  useLayoutEffect(() => {
    if (held.current === undefined || desk.current === null) return;
    const { sheet, x, y } = held.current;
    held.current = undefined;
    desk.current.scrollTo({ left: sheet.offsetLeft + x * sheet.offsetWidth - desk.current.clientWidth / 2, top: sheet.offsetTop + y * sheet.offsetHeight - desk.current.clientHeight / 2 });
  });
  return () => {
    const element = desk.current;
    const sheet = sheetSeen(element);
    if (element === null || sheet === undefined) return;
    const middle = { x: element.scrollLeft + element.clientWidth / 2, y: element.scrollTop + element.clientHeight / 2 };
    held.current = { sheet, x: (middle.x - sheet.offsetLeft) / sheet.offsetWidth, y: (middle.y - sheet.offsetTop) / sheet.offsetHeight };
  };
}

/** The page in the middle of the desk. */
export function sheetSeen(desk: HTMLElement | null): HTMLElement | undefined {
  const sheets = [...(desk?.querySelectorAll<HTMLElement>("[data-page]") ?? [])];
  const middle = (desk?.scrollTop ?? 0) + (desk?.clientHeight ?? 0) / 2;
  return sheets.findLast((sheet) => sheet.offsetTop <= middle) ?? sheets[0];
}
