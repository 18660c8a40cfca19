// F6 leads from one part of the window to the next, as in other programs for the desk: so that nobody tabs through the
// whole of one to come to another.

// What is named within a region belongs to it, unless it is marked as one of its own.
const REGION = "[data-region], nav[aria-label], aside[aria-label], section[aria-label]:not(section section)";
const FOCUSABLE = "a[href], button:not(:disabled), input:not(:disabled), textarea, select, [tabindex='0'], [contenteditable='true']";

// Where in a region one was last.
const visited = new WeakMap<Element, HTMLElement>();

/** Leads the focus to the part of the window after the one it is in, or before it: to where one was in it, or to its first control. */
export function stepRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter((region) => region.closest("[data-modal]") === null && first(region) !== undefined);
  const focused = document.activeElement;
  const at = regions.findLastIndex((region) => region.contains(focused));
  const from = regions[at];
  if (from !== undefined && focused instanceof HTMLElement) visited.set(from, focused);
  const start = at < 0 && by < 0 ? 0 : at;
  // What can take no focus after all is passed over.
  for (let steps = 1; steps <= regions.length; steps += 1) {
    const to = regions[(start + by * steps + regions.length) % regions.length];
    if (to === undefined) return;
    const before = visited.get(to);
    if (before !== undefined && to.contains(before) && takesFocus(before)) return;
    const own = first(to);
    if (own !== undefined && takesFocus(own)) return;
  }
}

function takesFocus(control: HTMLElement): boolean {
  control.focus();
  return document.activeElement === control;
}

/** Of a region, what takes the focus: what is marked as its home, or its first control that is not another region's. */
function first(region: HTMLElement): HTMLElement | undefined {
  const own = (selector: string) => [...region.querySelectorAll<HTMLElement>(selector)].find((each) => each.closest(REGION) === region && each.getClientRects().length > 0);
  return own("[data-note-field], [data-home]") ?? own(FOCUSABLE);
}
