import type { CheckKind } from "../../api/generated";
import type { IconName } from "../../design/icons/Icon";

/** How a kind is drawn: what must not leave like this, what has grown old, what is to be weighed. */
export function iconOf(kind: CheckKind): { icon: IconName; look: "danger" | "warn" } {
  switch (kind) {
    case "claim":
    case "unevidenced":
    case "orphan":
    case "withdrawn_source":
    case "withdrawn_position":
    case "marking_missing":
    case "marking_low":
    case "changed_since_clearance":
    case "alternative":
    case "printing": return { icon: "error", look: "danger" };
    case "stale":
    case "superseded":
    case "carried_over":
    case "after_cutoff": return { icon: "stale", look: "warn" };
    case "contradicted":
    case "disputed": return { icon: "contra", look: "warn" };
    default: return { icon: "warn", look: "warn" };
  }
}
