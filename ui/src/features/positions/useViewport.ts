import { useEffect, useState } from "react";

/** What of a scrolling element is in view, in pixels, rounded down to whole steps so that not every pixel draws anew. */
export interface Viewport {
  top: number;
  left: number;
  width: number;
  height: number;
}

const STEP = 24;
const floor = (pixels: number) => Math.floor(pixels / STEP) * STEP;

export function useViewport(): [(element: HTMLElement | null) => void, Viewport] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [view, setView] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  useEffect(() => {
    if (element === null) return;
    const look = () => {
      const next = { top: floor(element.scrollTop), left: floor(element.scrollLeft), width: element.clientWidth, height: element.clientHeight };
      setView((before) => (same(before, next) ? before : next));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [element]);
  return [setElement, view];
}

const same = (a: Viewport, b: Viewport) => a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height;

/** The places from `start` on that fill `length`, with a few to spare, and always the one in use. */
export function inView(count: number, size: number, start: number, length: number, always: number): number[] {
  const first = Math.max(0, Math.floor(start / size) - 2);
  const last = Math.min(count - 1, Math.ceil((start + length) / size) + 2);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (always < 0 || always >= count || (always >= first && always <= last)) return places;
  return always < first ? [always, ...places] : [...places, always];
}
