/** The width of the view decides. */
export const FIT = 0;

/** CSS counts 96 pixels to the inch, a PDF 72 points. */
const POINT = 96 / 72;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4];
const WIDEST = 860;

/** Pixels to a point of the page. */
export function scaleOf(zoom: number, widest: number, room: number): number {
  return zoom === FIT ? Math.max(0.4, Math.min(room, WIDEST) / widest) : zoom * POINT;
}

export const percentOf = (scale: number): number => Math.round((scale / POINT) * 100);

/** The next larger (`by` 1) or smaller step. */
export function stepZoom(scale: number, by: 1 | -1): number {
  const now = scale / POINT;
  return (by === 1 ? STEPS.find((step) => step > now + 0.01) : STEPS.findLast((step) => step < now - 0.01)) ?? now;
}
