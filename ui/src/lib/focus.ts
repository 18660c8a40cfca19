import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * Moves the focus to what `find` gives, once no dialog is open any more: one that closes holds the focus to the end,
 * and then gives it back to what opened it. One that what is wanted stands in may stay. Returns how to call it off.
 */
export function focusAfterDialogs(find: () => HTMLElement | null, own: Element | null = null): () => void {
  let frame = 0;
  const soon = (act: () => void) => {
    frame = requestAnimationFrame(act);
  };
  const look = () => {
    if ([...document.querySelectorAll("[data-modal]")].some((dialog) => dialog !== own)) soon(look);
    else soon(() => soon(() => find()?.focus({ preventScroll: true })));
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/**
 * Moves the focus to what `find` gives as soon as it takes it: while a list that has just been chosen from is still
 * closing, everything beneath it takes none.
 */
export function focusWhenFree(find: () => HTMLElement | null | undefined): void {
  let frames = 0;
  const look = () => {
    const wanted = find();
    frames += 1;
    if (wanted == null || frames > PATIENCE) return;
    wanted.focus({ preventScroll: true });
    if (document.activeElement !== wanted) requestAnimationFrame(look);
  };
  look();
}

/** Moves the focus to what `find` gives as soon as it is there, or to what `otherwise` gives if it does not come. */
export function focusWhenThere(find: () => HTMLElement | null, otherwise: () => HTMLElement | null): void {
  let frames = 0;
  const look = () => {
    const wanted = find();
    frames += 1;
    if (wanted === null && frames <= PATIENCE) requestAnimationFrame(look);
    else (wanted ?? otherwise())?.focus({ preventScroll: true });
  };
  requestAnimationFrame(look);
}

/** Moves the focus to what `find` gives once `gone` has gone from the window, if the focus went with it. */
export function focusOnceGone(gone: Element | null, find: () => HTMLElement | null | undefined): void {
  let frames = 0;
  const look = () => {
    frames += 1;
    if (gone === null || frames > LONGEST) return;
    if (gone.isConnected) requestAnimationFrame(look);
    // What was chosen from a menu gives the focus back to what opened it first.
    else requestAnimationFrame(() => requestAnimationFrame(() => document.activeElement === document.body && find()?.focus()));
  };
  look();
}

/** Within a part of the window the focus is never lost: when what has it goes, what `find` gives takes it. */
export function useFocusKept(part: RefObject<HTMLElement | null>, find: (part: HTMLElement) => HTMLElement | null): void {
  const instead = useEffectEvent(find);
  useEffect(() => {
    const own = part.current;
    if (own === null) return;
    let focused: EventTarget | null = null;
    const isGone = () => focused instanceof Node && !focused.isConnected;
    const come = (event: FocusEvent) => (focused = event.target);
    // Some browsers say that the focus leaves what goes, some do not.
    const leave = ({ target }: FocusEvent) => queueMicrotask(() => {
      if (focused === target && !isGone()) focused = null;
    });
    const drawn = new MutationObserver(() => {
      if (!isGone()) return;
      focused = null;
      if (document.activeElement === document.body) focusWhenThere(() => instead(own), () => null);
    });
    own.addEventListener("focusin", come);
    own.addEventListener("focusout", leave);
    drawn.observe(own, { childList: true, subtree: true });
    return () => {
      own.removeEventListener("focusin", come);
      own.removeEventListener("focusout", leave);
      drawn.disconnect();
    };
  }, [part]);
}

/** How long a place may take to draw itself, in frames. */
const PATIENCE = 40;

/** How long what was done may take until it shows, in frames. */
const LONGEST = 600;

/** Only the last place gone to takes the focus. */
let latest = 0;

/**
 * Leads the focus into the place in view: to what is marked as its home, or else to the place itself. A place that has
 * taken the focus itself keeps it. What comes back calls it off.
 */
export function focusHome(): () => void {
  const own = (latest += 1);
  const before = document.activeElement;
  let frames = 0;
  const look = () => {
    if (own !== latest) return;
    const place = document.querySelector<HTMLElement>("main");
    const focused = document.activeElement;
    const isWithin = place !== null && focused !== place && place.contains(focused);
    if (place === null || (isWithin && focused !== before)) return;
    if (document.querySelector("[data-modal]") !== null) {
      requestAnimationFrame(look);
      return;
    }
    // What had the focus may be on its way out.
    // So may be what is still there of the place one comes from, unseen, until the next one has been read in.
    const home = isWithin ? undefined : [...place.querySelectorAll<HTMLElement>("[data-home]")].find((each) => each.getClientRects().length > 0);
    frames += 1;
    if (home !== undefined) home.focus({ preventScroll: true });
    else if (frames < PATIENCE) requestAnimationFrame(look);
    else if (!isWithin) place.focus({ preventScroll: true });
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
  return () => {
    if (own === latest) latest += 1;
  };
}
