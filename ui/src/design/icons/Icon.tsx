import { PATHS, type IconName } from "./paths";
import styles from "./Icon.module.css";

export type { IconName };

/** An icon beside its word. Where it stands alone, the thing that holds it carries the name. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: 12 | 16 | 20; className?: string | undefined }) {
  return (
    <svg className={`${styles["icon"] ?? ""} ${className ?? ""}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}
