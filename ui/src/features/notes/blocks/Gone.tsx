import { Notice } from "../../../design/Notice";
import { t } from "../../../i18n";
import { useNote } from "../noteContext";

/** In the place of what a block shows and the dossier no longer has; nothing while it is still being looked for. */
export function Gone({ what }: { what: "goneExcerpt" | "gonePosition" }) {
  return useNote().isLooking ? null : <Notice kind="warning">{t(`notes.linked.${what}`)}</Notice>;
}
