/**
 * Moves the focus to what `find` gives, once no dialog is open any more: one that closes holds the focus to the end,
 * and then gives it back to what opened it. Returns how to call it off.
 */
export function focusAfterDialogs(find: () => HTMLElement | null): () => void {
  let frame = 0;
  const soon = (act: () => void) => {
    frame = requestAnimationFrame(act);
  };
  const look = () => {
    if (document.querySelector("[data-modal]") !== null) soon(look);
    else soon(() => soon(() => find()?.focus({ preventScroll: true })));
  };
  look();
  return () => cancelAnimationFrame(frame);
}
