import { useEffect, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "./Kbd";
import styles from "./Tooltip.module.css";

/** Says the name of the one pressable thing inside. */
export function Tooltip({ text, keys, children }: { text: string; keys?: string | undefined; children: ReactElement }) {
  const [isOpen, setOpen] = useState(false);
  // It came unasked with the focus: Esc is not for it alone, but also for the dialog it stands in.
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && flushSync(() => setOpen(false));
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [isOpen]);
  return (
    <TooltipTrigger delay={600} closeDelay={0} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <AriaTooltip className={styles["tooltip"] ?? ""} offset={6}>
        {text}
        {keys !== undefined && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
