import { Schema, type Mark, type Node, type NodeSpec } from "prosemirror-model";
import type { CitationTarget, Inline } from "../../api/generated";
import { attributesOf, readAtom, readLanguage, type AtomName } from "./atoms";

// Running text as the dossier keeps it, one field of a block at a time: words with their marks, and four things that
// stand among them and are never typed into: citations, references to paragraphs, links, footnotes. What a text may not hold, the
// schema cannot hold either, so nothing that is pasted can slip in.

/** Something that stands among the words; copied and pasted with all it says, as long as the dossier would keep it. */
function atom(name: AtomName): NodeSpec {
  const key = `data-note-${name}`;
  return {
    group: "inline",
    inline: true,
    atom: true,
    attrs: Object.fromEntries(attributesOf(name).map((attribute) => [attribute, {}])),
    toDOM: (node) => ["span", { [key]: JSON.stringify(node.attrs) }],
    parseDOM: [{ tag: `span[${key}]`, getAttrs: (element) => readAtom(name, element.getAttribute(key) ?? "") }],
  };
}

export const schema = new Schema({
  nodes: {
    // What stands between words is kept as it is, line ends and double spaces too.
    doc: { content: "inline*", whitespace: "pre" },
    text: { group: "inline" },
    citation: atom("citation"),
    reference: atom("reference"),
    link: atom("link"),
    footnote: atom("footnote"),
  },
  marks: {
    bold: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    italic: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    language: {
      attrs: { tag: {} },
      toDOM: (mark) => ["span", { lang: String(mark.attrs["tag"]), "data-note-language": String(mark.attrs["tag"]) }, 0],
      parseDOM: [{ tag: "span[data-note-language]", getAttrs: (element) => readLanguage(element.getAttribute("data-note-language") ?? "") }],
    },
  },
});

const { bold, italic, language } = schema.marks;

export function toDoc(text: readonly Inline[]): Node {
  return schema.node("doc", null, text.flatMap(toNode));
}

function toNode(inline: Inline): Node[] {
  switch (inline.type) {
    case "text":
      return inline.text === "" ? [] : [schema.text(inline.text, marksOf(inline))];
    case "citation":
      return [schema.node("citation", { targets: inline.targets })];
    case "reference":
      return [schema.node("reference", { block: inline.block })];
    case "link":
      return [schema.node("link", { url: inline.url, text: inline.text })];
    case "footnote":
      return [schema.node("footnote", { text: inline.text })];
  }
}

function marksOf(inline: Extract<Inline, { type: "text" }>): Mark[] {
  return [
    ...(inline.bold === true && bold !== undefined ? [bold.create()] : []),
    ...(inline.italic === true && italic !== undefined ? [italic.create()] : []),
    ...(inline.language !== undefined && language !== undefined ? [language.create({ tag: inline.language })] : []),
  ];
}

export function fromDoc(doc: Node): Inline[] {
  const text: Inline[] = [];
  doc.forEach((node) => text.push(fromNode(node)));
  return text;
}

function fromNode(node: Node): Inline {
  switch (node.type.name) {
    case "citation":
      return { type: "citation", targets: node.attrs["targets"] as CitationTarget[] };
    case "reference":
      return { type: "reference", block: String(node.attrs["block"]) };
    case "link":
      return { type: "link", url: String(node.attrs["url"]), text: String(node.attrs["text"]) };
    case "footnote":
      // It may have been pasted, with its runs cut anyhow.
      return { type: "footnote", text: fromDoc(toDoc(node.attrs["text"] as Inline[])) };
    default: {
      const tag = language?.isInSet(node.marks)?.attrs["tag"] as string | undefined;
      return {
        type: "text",
        text: node.text ?? "",
        ...(bold?.isInSet(node.marks) === undefined ? {} : { bold: true }),
        ...(italic?.isInSet(node.marks) === undefined ? {} : { italic: true }),
        ...(tag === undefined ? {} : { language: tag }),
      };
    }
  }
}

/** Ends a line within a text. */
export const LINE_END: Inline = { type: "text", text: "\n" };

/** Whether two texts say the same, however their runs are cut. */
export const sameText = (a: readonly Inline[], b: readonly Inline[]): boolean => toDoc(a).eq(toDoc(b));

/** The words alone, as a heading in the outline shows them. */
export const plain = (text: readonly Inline[]): string => text.map((inline) => (inline.type === "text" || inline.type === "link" ? inline.text : "")).join("");
