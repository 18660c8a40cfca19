/** The place of index. */
export function IndexPlace() {
  return null;
}
