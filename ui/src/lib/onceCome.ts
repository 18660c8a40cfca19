import { useEffect, useEffectEvent, useRef } from "react";

/** Runs something once the answer has come that it needs: at once, where it is there. Whoever asks something else meanwhile lets it be. */
export function useOnceCome(isComing: boolean, run: () => void): { runOnceCome: () => void; letBe: () => void } {
  const isWanted = useRef(false);
  const go = useEffectEvent(() => {
    if (isWanted.current) run();
    isWanted.current = false;
  });
  useEffect(() => {
    if (!isComing) go();
  }, [isComing]);
  const runOnceCome = () => {
    if (isComing) isWanted.current = true;
    else run();
  };
  return { runOnceCome, letBe: () => void (isWanted.current = false) };
}
