import { useEffect, useEffectEvent, useState, type KeyboardEvent } from "react";

export interface TypedField {
  value: string;
  onChange: (words: string) => void;
  onBlur: () => void;
  /** Says that nothing in the field is unsettled: undo is the dossier's there and not the field's. */
  "data-settled"?: true;
}

/**
 * What is typed in a field until it counts: when the field is left, on Enter, or when the field itself goes, with all that it
 * stands in or with the window. What is as it was is not taken; what `take` refuses stays as it was typed.
 */
export function useTyped(shown: string, take: (words: string, isGoing: boolean) => boolean) {
  const [typed, setTyped] = useState<string | undefined>();
  const isOpen = typed !== undefined && typed !== shown;
  /** Whether nothing is left that could not be taken. */
  const settle = (isGoing = false): boolean => {
    const isTaken = !isOpen || typed.trim() === shown || take(typed.trim(), isGoing);
    if (isTaken) setTyped(undefined);
    return isTaken;
  };
  const going = useEffectEvent(() => settle(true));
  useEffect(() => {
    const leave = () => void going();
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      leave();
    };
  }, []);
  /** Esc puts the old words back; whether there was anything to put back. */
  const answersEsc = ({ key }: Pick<KeyboardEvent, "key">): boolean => {
    if (key !== "Escape" || !isOpen) return false;
    setTyped(undefined);
    return true;
  };
  const field: TypedField = {
    value: typed ?? shown,
    // What reads as before is as before: it follows what the field is to show.
    onChange: (words) => setTyped(words === shown ? undefined : words),
    onBlur: () => void settle(),
    ...(isOpen ? {} : { "data-settled": true }),
  };
  return { field, settle: () => settle(), answersEsc };
}
