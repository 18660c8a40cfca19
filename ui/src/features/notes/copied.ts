import { DOMSerializer, type DOMOutputSpec, type Node, type Slice } from "prosemirror-model";
import { chipWords } from "./chips";
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

const nodes = DOMSerializer.nodesFromSchema(schema);

/** A chip for other programs: what it says is written in it, which is passed over where it is read again. */
const spelt = (name: string, words: (node: Node) => string | DOMOutputSpec): typeof nodes => {
  const bare = nodes[name];
  return bare === undefined ? {} : { [name]: (node) => [...(bare(node) as readonly [string, object]), words(node)] };
};

export const copiedText = new CopiedText(
  {
    ...nodes,
    ...spelt("citation", chipWords),
    ...spelt("reference", chipWords),
    ...spelt("footnote", chipWords),
    ...spelt("link", (node) => ["a", { href: String(node.attrs["url"]) }, chipWords(node)]),
  },
  DOMSerializer.marksFromSchema(schema),
);

/** The same for programs that take words alone. */
export const copiedWords = ({ content }: Slice): string => content.textBetween(0, content.size, "\n", chipWords);

