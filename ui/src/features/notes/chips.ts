import type { Node } from "prosemirror-model";
import type { NodeView, NodeViewConstructor } from "prosemirror-view";
import type { CitationTarget, Inline } from "../../api/generated";
import { t } from "../../i18n";
import { createStore } from "../../lib/store";
import styles from "./RichText.module.css";
import { plain } from "./schema";

// What a citation or reference prints depends on the whole note, so the chips ask a store for their words and follow it.

/** What the chips show. */
export interface ChipWords {
  citation: (targets: readonly CitationTarget[]) => { text: string; title: string };
  reference: (block: string) => string;
}

const words = createStore<ChipWords>({ citation: () => ({ text: "", title: "" }), reference: () => "" });

export const setChipWords = words.set;

function chip(className: string | undefined, write: (element: HTMLElement, node: Node, words: ChipWords) => void): NodeViewConstructor {
  return (node): NodeView => {
    const dom = document.createElement("span");
    dom.className = className ?? "";
    dom.contentEditable = "false";
    let shown = node;
    const draw = () => write(dom, shown, words.get());
    draw();
    const stop = words.watch(draw);
    return {
      dom,
      update: (next) => {
        if (next.type !== shown.type) return false;
        shown = next;
        draw();
        return true;
      },
      ignoreMutation: () => true,
      destroy: stop,
    };
  };
}

/** What a chip says among plain words. A footnote has no page there to stand at the foot of, so it says all. */
export function chipWords({ type, attrs }: Node): string {
  switch (type.name) {
    case "citation": return ` [${words.get().citation(attrs["targets"] as CitationTarget[]).text}]`;
    case "reference": return words.get().reference(String(attrs["block"]));
    case "footnote": return ` [${plain(attrs["text"] as Inline[])}]`;
    default: return String(attrs["text"]);
  }
}

export const chips: Record<string, NodeViewConstructor> = {
  citation: chip(styles["chip"], (element, node, { citation }) => {
    const { text, title } = citation(node.attrs["targets"] as CitationTarget[]);
    element.textContent = text;
    element.title = title;
  }),
  reference: chip(styles["reference"], (element, node, { reference }) => {
    element.textContent = reference(String(node.attrs["block"]));
  }),
  footnote: chip(styles["chip"], (element, node) => {
    element.textContent = t("notes.footnote.chip");
    element.title = t("notes.footnote.titled", { text: plain(node.attrs["text"] as Inline[]) });
  }),
  link: chip(styles["link"], (element, node) => {
    element.textContent = String(node.attrs["text"]);
    element.title = String(node.attrs["url"]);
  }),
};
