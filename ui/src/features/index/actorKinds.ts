import type { ActorKind } from "../../api/generated";

/** What sort of actor one can be, in the order of the choice. */
export const ACTOR_KINDS: readonly ActorKind[] = ["state", "international_organisation", "government_body", "party", "company", "group", "person"];
