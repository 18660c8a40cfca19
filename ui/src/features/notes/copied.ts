import { DOMSerializer } from "prosemirror-model";
import { schema } from "./schema";

/** What the editor copies stands in an element of this name: its own mark is only on a first element, and words are none. */
const OWN = "data-note-text";

/** Whether what is on the clipboard was copied here. Anybody can write so: it is still read by the schema's rules. */
export const isOwn = (html: string): boolean => html.includes(OWN);

/** Writes a text for the clipboard so that it is known again when it is pasted. */
class CopiedText extends DOMSerializer {
  override serializeFragment(...[fragment, options, target]: Parameters<DOMSerializer["serializeFragment"]>): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target);
    const { document } = options ?? {};
    if (document === undefined || target !== undefined) return written;
    const own = document.createElement("span");
    own.setAttribute(OWN, "");
    own.append(written);
    return own;
  }
}

export const copiedText = new CopiedText(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
