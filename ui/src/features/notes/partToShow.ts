/** A stretch of the desk from top to bottom, in pixels. */
export interface Part {
  top: number;
  bottom: number;
}

/** Which part of a block has to be scrolled to so that something of it is seen: the nearest, or none where one is in view. */
export function partToShow(parts: readonly Part[], view: Part): Part | undefined {
  if (parts.some((part) => isSeen(part, view))) return undefined;
  const apart = ({ top, bottom }: Part) => Math.max(top - view.bottom, view.top - bottom);
  return [...parts].sort((one, other) => apart(one) - apart(other))[0];
}

/** Whether all of it is in view, or as much as there is room for. */
function isSeen({ top, bottom }: Part, view: Part): boolean {
  const height = Math.min(bottom - top, view.bottom - view.top);
  return top >= view.top ? top + height <= view.bottom : bottom - height >= view.top && bottom >= view.bottom;
}
