/** The place of positions. */
export function PositionsPlace() {
  return null;
}
