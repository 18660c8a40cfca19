import { useEffect, useState, type RefObject } from "react";

/**
 * Which sheets of a scrolled desk are in sight or one desk's height away. A hundred pages have a thousand drawings, and what
 * there is of them is looked at with each frame, seen or not.
 */
export function useNear(desk: RefObject<HTMLElement | null>, sheets: number): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => setNear((before) => {
      const now = new Set(before);
      for (const { target, isIntersecting } of seen) {
        const sheet = Number((target as HTMLElement).dataset["page"]);
        if (isIntersecting) now.add(sheet);
        else now.delete(sheet);
      }
      return now;
    }), { root: desk.current, rootMargin: "100% 0px" });
    for (const sheet of desk.current?.querySelectorAll("[data-page]") ?? []) watch.observe(sheet);
    return () => watch.disconnect();
  }, [desk, sheets]);
  return near;
}
