import { describe, expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import { bodiesOf, linesOf, linesOfText, type Copied, type Line } from "./pasted";

type Child = Copied | string;
const words = (text: string): Copied => ({ name: "#text", text, style: "", kind: "", href: "", children: [] });
const tag = (name: string, ...children: Child[]): Copied => ({ name, text: "", style: "", kind: "", href: "", children: children.map((child) => (typeof child === "string" ? words(child) : child)) });
const styled = (style: string, node: Copied): Copied => ({ ...node, style });
const kind = (name: string, node: Copied): Copied => ({ ...node, kind: name });

/** A line as a person reads it: # and ## headings, - points, > quotes, **bold**, *italic*, [links]. */
const shown = ({ as, text }: Line): string => ({ heading: "# ", subheading: "## ", item: "- ", quote: "> ", paragraph: "" })[as] + text.map(marked).join("");
function marked(inline: Inline): string {
  if (inline.type === "link") return `[${inline.text}](${inline.url})`;
  if (inline.type !== "text") return "";
  const sign = (inline.bold === true ? "**" : "") + (inline.italic === true ? "*" : "");
  return sign + inline.text + [...sign].reverse().join("");
}

describe("what is pasted keeps its structure and drops its styling", () => {
  test.each<[string, Copied, string[]]>([
    ["paragraphs", tag("body", tag("p", "One."), tag("p", "Two.")), ["One.", "Two."]],
    ["spaces and line ends of the source", tag("p", "\n  One\n  two  ", tag("b", " three"), " "), ["One two **three**"]],
    ["marks", tag("p", "a ", tag("strong", "b"), tag("em", "c"), tag("b", tag("i", "d"))), ["a **b***c****d***"]],
    ["marks by style", tag("p", styled("font-weight:700", tag("span", "b")), styled("color:red;font-style:italic", tag("span", "c"))), ["**b***c*"]],
    ["a wrapper that is not bold", styled("font-weight:normal", tag("b", tag("p", "One."), tag("p", "Two."))), ["One.", "Two."]],
    ["headings are not bold besides", tag("body", tag("h1", tag("b", "A")), tag("h3", "B")), ["# **A**", "## B"]],
    ["lists", tag("ul", tag("li", "One"), tag("li", tag("p", "Two"))), ["- One", "- Two"]],
    ["lists of Word", tag("body", kind("MsoListParagraph", tag("p", styled("mso-list:Ignore", tag("span", "·  ")), "One")), kind("MsoNormal", tag("p", "Two"))), ["- One", "Two"]],
    ["lines of Outlook", tag("div", "Dear all,", tag("br"), tag("br"), "see below.", tag("div", "Regards")), ["Dear all,", "see below.", "Regards"]],
    ["empty paragraphs of Word", tag("body", tag("p", tag("o:p", "\u00A0")), tag("p", "One")), ["One"]],
    ["links, but none that would run", tag("p", { ...tag("a", "here"), href: "https://example.org/" }, { ...tag("a", " there"), href: "javascript:alert(1)" }), ["[here](https://example.org/) there"]],
    ["tables, a row a point", tag("table", tag("tbody", tag("tr", tag("th", "Who"), tag("td", "What")), tag("tr", tag("td", "A"), tag("td", "B")))), ["- **Who**; What", "- A; B"]],
    ["quotations", tag("blockquote", tag("p", "Never.")), ["> Never."]],
    ["nothing that is not words", tag("body", tag("style", "p{}"), tag("script", "alert(1)"), styled("display:none", tag("p", "hidden")), tag("p", "One")), ["One"]],
    ["footnote numbers of Word", tag("p", "One", kind("MsoFootnoteReference", tag("span", "[1]")), "."), ["One."]],
    ["nothing", tag("body", tag("p", " "), tag("div")), []],
  ])("%s", (_, root, expected) => expect(linesOf(root).map(shown)).toEqual(expected));

  test("a page nested very deeply does no harm", () => {
    let root = tag("p", "deep");
    for (let depth = 0; depth < 2000; depth += 1) root = tag("div", root);
    expect(linesOf(root).map(shown)).toEqual(["deep"]);
  });
});

test.each<[string, string[]]>([
  ["One line", ["One line"]],
  ["One\nTwo\r\nThree", ["One", "Two", "Three"]],
  ["One is\nwrapped.\n\nTwo is,\ntoo.", ["One is wrapped.", "Two is, too."]],
  ["- One\n- Two", ["- One", "- Two"]],
  ["Points:\n\n• One\n• Two", ["Points:", "- One", "- Two"]],
  ["1. One\n2) Two", ["- One", "- Two"]],
  ["2025 was a year.", ["2025 was a year."]],
  [" \n ", []],
])("plain text %j", (text, expected) => expect(linesOfText(text).map(shown)).toEqual(expected));

test("lines become blocks", () => {
  const line = (as: Line["as"]): Line => ({ as, text: [{ type: "text", text: as }] });
  const bodies = bodiesOf([line("heading"), line("paragraph"), line("item"), line("item"), line("quote"), line("subheading")], 2);
  expect(bodies.map((body) => ("level" in body ? `${body.kind} ${body.level}` : body.kind === "bullets" ? `bullets of ${body.items.length}` : body.kind))).toEqual(["heading 1", "paragraph 2", "bullets of 2", "paragraph 0", "heading 2"]);
});
