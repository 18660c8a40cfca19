import { describe, expect, test } from "vitest";
import type { Inline } from "../../api/generated";
import type { Line } from "./pasted";
import type { Copied } from "./copiedNode";
import { takenFrom } from "./pastedHtml";

// The trees are those that a browser makes of what each program puts on the clipboard; `h` writes them down.

type Child = Copied | string;
type Attributes = Partial<Pick<Copied, "style" | "kind" | "id" | "href">>;
const words = (text: string): Copied => ({ name: "#text", text, style: "", kind: "", id: "", href: "", children: [] });
const h = (name: string, attributes: Attributes, ...children: Child[]): Copied => ({ name, text: "", style: "", kind: "", id: "", href: "", ...attributes, children: children.map((child) => (typeof child === "string" ? words(child) : child)) });
const tag = (name: string, ...children: Child[]): Copied => h(name, {}, ...children);
/** A table by its rows, a cell by what is in it. */
const table = (...rows: (Child | Child[])[][]): Copied => tag("table", ...rows.map((cells) => tag("tr", ...cells.map((cell) => tag("td", ...[cell].flat())))));
const body = (...children: Child[]): Copied => h("body", {}, ...children);

/** A line as a person reads it: # and ## headings, - points, > quotes, **bold**, *italic*, [links], (footnotes). */
const shown = ({ as, text }: Line): string => ({ heading: "# ", subheading: "## ", item: "- ", quote: "> ", paragraph: "" })[as] + text.map(marked).join("");
function marked(inline: Inline): string {
  if (inline.type === "link") return `[${inline.text}](${inline.url})`;
  if (inline.type === "footnote") return `^(${inline.text.map(marked).join("")})`;
  if (inline.type !== "text") return "";
  const sign = (inline.bold === true ? "**" : "") + (inline.italic === true ? "*" : "");
  return sign + inline.text + [...sign].reverse().join("");
}

type Case = [string, Copied, string[]];
const check = (cases: Case[]) => test.each(cases)("%s", (_, root, expected) => expect(takenFrom(root).lines.map(shown)).toEqual(expected));

describe("what is pasted keeps its structure and drops its styling", () => {
  check([
    ["paragraphs", body(tag("p", "One."), tag("p", "Two.")), ["One.", "Two."]],
    ["spaces and line ends of the source", tag("p", "\n  One\n  two  ", tag("b", " three"), " "), ["One two **three**"]],
    ["marks", tag("p", "a ", tag("strong", "b"), tag("em", "c"), tag("b", tag("i", "d"))), ["a **b***c****d***"]],
    ["marks by style", tag("p", h("span", { style: "font-weight:700" }, "b"), h("span", { style: "color:red;font-style:italic" }, "c")), ["**b***c*"]],
    ["figures set high and low", tag("p", "m", tag("sup", "2"), ", CO", tag("sub", tag("span", "2")), ", 10", h("span", { style: "vertical-align:super" }, "−3"), ", Ca", tag("sup", "2+"), "."), ["m², CO₂, 10⁻³, Ca²⁺."]],
    ["but not letters", tag("p", "1", tag("sup", "st"), ", x", tag("sub", "n1")), ["1st, xn1"]],
    ["nor a sign that leads somewhere", tag("p", "One", tag("sup", h("a", { href: "https://example.org/1" }, "1"))), ["One[1](https://example.org/1)"]],
    ["headings are not bold besides", body(tag("h1", tag("b", "A")), tag("h3", "B")), ["# A", "## B"]],
    ["lists", tag("ul", tag("li", "One"), tag("li", tag("p", "Two"))), ["- One", "- Two"]],
    ["lists in lists", tag("ul", tag("li", "One", tag("ul", tag("li", "One of one")))), ["- One", "- One of one"]],
    ["links, but none that would run", tag("p", h("a", { href: "https://example.org/" }, "here"), h("a", { href: "javascript:alert(1)" }, " there")), ["[here](https://example.org/) there"]],
    ["quotations", tag("blockquote", tag("p", "Never.")), ["> Never."]],
    ["set lines", tag("pre", "One\n  two\n\nthree"), ["One", "two", "three"]],
    ["nothing that is not words", body(tag("style", "p{}"), tag("script", "alert(1)"), h("p", { style: "display:none" }, "hidden"), tag("p", "One")), ["One"]],
    ["words that were struck out", body(tag("p", "We ", tag("s", "may"), " go ", h("span", { style: "text-decoration: line-through" }, tag("b", "now")), " or ", tag("strike", "never"), "."), h("p", { style: "text-decoration-line:line-through" }, "Gone."), tag("p", "Then.")), ["We go or .", "Then."]],
    ["words struck out in a link and in a table", body(tag("p", h("a", { href: "https://example.org/" }, tag("s", "old "), "new")), tag("table", h("tr", { style: "text-decoration:line-through" }, tag("td", "A"), tag("td", "B")), tag("tr", tag("td", "C"), tag("td", "D", tag("del", "E"))))), ["[new](https://example.org/)", "- C; D"]],
    ["words that were struck out in a revision", tag("p", "We ", tag("del", "may"), tag("ins", "will"), " go."), ["We will go."]],
    ["tables, a row a point", tag("table", tag("tbody", tag("tr", tag("th", "Who"), tag("td", "What")), tag("tr", tag("td", tag("p", "A")), tag("td", tag("i", "B"))))), ["- **Who**; What", "- A; *B*"]],
    ["empty cells keep the others in their columns", table(["Who", "Now", "Then"], ["A", "", "for"], ["", "against"], ["", "", ""], ["B", "for", ""]), ["- Who; Now; Then", "- A; –; for", "- –; against", "- B; for"]],
    ["columns that are empty throughout go", table(["A", "", "B"], ["C", "", "D"]), ["- A; B", "- C; D"]],
    ["the paragraphs of a cell stay together, in every row", table(["A", tag("p", "One."), "B"], ["C", [tag("p", "Two."), tag("ul", tag("li", "Three"), tag("li", "Four"))], "D"]), ["- A; One.; B", "- C; Two. / Three / Four; D"]],
    ["a row of one cell among others", table(["All"], ["A", "B"]), ["- All", "- A; B"]],
    ["what a table is called", tag("table", tag("caption", "Who stands where"), tag("thead", tag("tr", tag("th", "A"), tag("th", "B"))), tag("tfoot", tag("tr", tag("td", "C"), tag("td", "D")))), ["Who stands where", "- **A**; **B**", "- C; D"]],
    ["cells that are not shown", tag("table", tag("tr", tag("td", "A"), h("td", { style: "display:none" }, "hidden"), tag("td", "B"))), ["- A; B"]],
    ["a table within one that arranges a page", table([table(["A", "B"]), tag("p", "Aside.")]), ["- A; B", "Aside."]],
    ["tables that only arrange a page", tag("table", tag("tr", tag("td", tag("h1", "News"), tag("p", "One."), tag("p", "Two.")), tag("td", tag("p", "Aside.")))), ["# News", "One.", "Two.", "Aside."]],
    ["a table of one cell", tag("table", tag("tr", tag("td", "One."))), ["One."]],
    ["nothing", body(tag("p", " "), tag("div")), []],
  ]);

  test("a page nested very deeply does no harm", () => {
    let root = tag("p", "deep");
    for (let depth = 0; depth < 2000; depth += 1) root = tag("div", root);
    expect(takenFrom(root).lines.map(shown)).toEqual(["deep"]);
  });

  test("what could not come along is counted", () => {
    const root = body(tag("img"), tag("table", tag("tr", tag("td", "A", tag("img")), tag("td", "B"))), tag("table", tag("tr", tag("td", "All"))));
    expect({ ...takenFrom(root), lines: [] }).toEqual({ lines: [], pictures: 2, tables: 1, struck: false });
  });

  test.each<[string, Copied, boolean]>([
    ["a word", tag("p", "We ", tag("s", "may"), " go"), true],
    ["all", tag("p", tag("del", "We go")), true],
    ["a word in a set line", tag("pre", "We ", tag("s", "may")), true],
    ["a word in a cell", table(["A", [tag("s", "B"), "C"]]), true],
    ["spaces", tag("p", "We", tag("s", " "), "go"), false],
    ["what is underlined", tag("p", h("u", { style: "text-decoration:underline" }, "We go")), false],
  ])("whether words were struck out: %s", (_, root, expected) => {
    expect(takenFrom(root).struck).toBe(expected);
  });
});

describe("from Word", () => {
  const sign = (text: string) => h("span", { style: "mso-list:Ignore" }, text, h("span", { style: 'font:7.0pt "Times New Roman"' }, "\u00A0\u00A0\u00A0 "));
  const point = (level: number, mark: string, ...children: Child[]) =>
    h("p", { kind: "MsoListParagraphCxSpMiddle", style: `text-indent:-18.0pt;mso-list:l0 level${String(level)} lfo1` }, h("span", { style: "font-family:Symbol" }, sign(mark)), ...children, tag("o:p"));
  const anchor = h("a", { href: "#_ftn1", style: "mso-footnote-id:ftn1" }, h("span", { kind: "MsoFootnoteReference" }, h("span", { style: "mso-special-character:footnote" }, "[1]")));
  const footnote = h("div", { style: "mso-element:footnote-list" }, tag("br"), tag("hr"), h("div", { style: "mso-element:footnote", id: "ftn1" }, h("p", { kind: "MsoFootnoteText" }, h("a", { href: "#_ftnref1" }, h("span", { kind: "MsoFootnoteReference" }, "[1]")), " As of ", tag("i", "Friday"), ".")));
  check([
    ["its paragraphs and its empty ones", body(h("p", { kind: "MsoNormal" }, h("span", { style: "font-size:12.0pt;mso-fareast-language:EN-GB" }, "One."), tag("o:p")), h("p", { kind: "MsoNormal" }, tag("o:p", "\u00A0")), h("p", { kind: "MsoNormal" }, "Two.")), ["One.", "Two."]],
    ["points that are paragraphs", body(point(1, "·", "One"), point(2, "o", "One of one"), point(1, "·", tag("b", "Two")), h("p", { kind: "MsoNormal" }, "After.")), ["- One", "- One of one", "- **Two**", "After."]],
    ["numbered points", body(h("p", { kind: "MsoNormal", style: "mso-list:l1 level1 lfo2" }, sign("1."), "One")), ["- One"]],
    ["a paragraph that is only set in", body(h("p", { kind: "MsoListParagraph" }, "Set in.")), ["Set in."]],
    ["headings and their numbers", body(h("p", { kind: "MsoTitle" }, "Brief"), h("h1", { style: "mso-list:l2 level1 lfo3" }, sign("1."), "Issue"), h("h3", {}, "Detail"), h("p", { kind: "MsoSubtitle" }, "Under it")), ["# Brief", "# Issue", "## Detail", "## Under it"]],
    ["quotations by their style", body(h("p", { kind: "MsoIntenseQuote" }, tag("i", "Never."))), ["> *Never.*"]],
    ["footnotes stay footnotes", body(h("p", { kind: "MsoNormal" }, "They agree", anchor, "."), footnote), ["They agree^(As of *Friday*.)."]],
    ["footnotes whose words did not come along", body(h("p", { kind: "MsoNormal" }, "They agree", anchor, ".")), ["They agree."]],
    ["comments stay behind", body(h("p", { kind: "MsoNormal" }, "One", h("a", { style: "mso-comment-reference:x_1" }), h("span", { kind: "MsoCommentReference" }, h("a", { kind: "msocomanchor", href: "#_msocom_1" }, "[A1]")), "."), h("div", { style: "mso-element:comment-list" }, h("div", { style: "mso-element:comment" }, h("p", { kind: "MsoCommentText" }, "Really?")))), ["One."]],
    ["hidden words stay behind", tag("p", "One", h("span", { style: "display:none;mso-hide:all" }, " hidden"), "."), ["One."]],
    ["a table", h("table", { kind: "MsoTableGrid" }, tag("tr", tag("td", h("p", { kind: "MsoNormal" }, tag("b", "Actor"), tag("o:p"))), tag("td", h("p", { kind: "MsoNormal" }, "Position")))), ["- **Actor**; Position"]],
  ]);
});

describe("from Outlook", () => {
  check([
    ["a reply with the mail before it", body(h("div", { kind: "WordSection1" }, h("p", { kind: "MsoNormal" }, "Agreed."), h("p", { kind: "MsoNormal" }, tag("o:p", "\u00A0")), h("div", { style: "border:none;border-top:solid #E1E1E1 1.0pt" }, h("p", { kind: "MsoNormal" }, tag("b", "From:"), " Desk", tag("br"), tag("b", "Subject:"), " Draft")))), ["Agreed.", "**From:** Desk", "**Subject:** Draft"]],
    ["lines ended by hand", tag("div", "Dear all,", tag("br"), tag("br"), "see below.", tag("div", "Regards")), ["Dear all,", "see below.", "Regards"]],
    ["lists as lists", h("ul", { style: "margin-top:0cm" }, h("li", { kind: "MsoListParagraph", style: "margin-left:0cm;mso-list:l0 level1 lfo1" }, "One", tag("o:p")), h("li", { kind: "MsoNormal" }, "Two")), ["- One", "- Two"]],
    ["a mail laid out as a table", body(tag("table", tag("tbody", tag("tr", tag("td", tag("table", tag("tr", tag("td", tag("p", "Dear all,"), tag("p", "see below."))))))))), ["Dear all,", "see below."]],
    ["addresses", tag("p", h("a", { href: "mailto:desk@example.org" }, "the desk")), ["[the desk](mailto:desk@example.org)"]],
  ]);
});

describe("from Google Docs", () => {
  const doc = (...children: Child[]) => body(h("b", { style: "font-weight:normal;", id: "docs-internal-guid-1" }, ...children), tag("br"));
  const run = (text: string, style = "") => h("span", { style: `font-size:11pt;font-family:Arial;font-weight:400;font-style:normal;${style}` }, text);
  check([
    ["a wrapper that is not bold", doc(h("p", { style: "line-height:1.38" }, run("One.")), tag("p", run("Two."))), ["One.", "Two."]],
    ["its marks", doc(tag("p", run("a "), run("b", "font-weight:700;"), run("c", "font-style:italic;"))), ["a **b***c*"]],
    ["its headings", doc(tag("h1", run("Issue")), tag("h2", run("Background", "font-weight:700"))), ["# Issue", "# Background"]],
    ["its lists", doc(tag("ul", h("li", { style: "list-style-type:disc" }, h("p", {}, run("One"))), tag("ul", h("li", { style: "list-style-type:circle" }, tag("p", run("One of one")))))), ["- One", "- One of one"]],
    ["its links", doc(tag("p", h("a", { href: "https://example.org/", style: "text-decoration:none" }, run("the text", "text-decoration:underline")))), ["[the text](https://example.org/)"]],
    ["a table", doc(h("div", { style: "margin-left:0pt" }, tag("table", tag("colgroup", tag("col")), tag("tbody", tag("tr", tag("td", tag("p", run("A"))), tag("td", tag("p", run("B")))))))), ["- A; B"]],
  ]);
});

describe("from LibreOffice", () => {
  check([
    ["its paragraphs", body(h("p", { style: "line-height: 100%; margin-bottom: 0cm" }, tag("font", "One "), tag("b", "two"), ".")), ["One **two**."]],
    ["its headings and lists", body(h("h1", { kind: "western" }, "Issue"), tag("ol", tag("li", h("p", { style: "margin-bottom: 0cm" }, "First")))), ["# Issue", "- First"]],
    ["its footnotes", body(tag("p", "They agree", tag("sup", h("a", { kind: "sdfootnoteanc", href: "#sdfootnote1sym" }, tag("sup", "1"))), "."), h("div", { id: "sdfootnote1" }, h("p", { kind: "sdfootnote" }, h("a", { kind: "sdfootnotesym", href: "#sdfootnote1anc" }, "1"), "As of Friday."))), ["They agree^(As of Friday.)."]],
    ["a table", tag("table", tag("tr", h("td", {}, h("p", { kind: "western" }, "A")), tag("td", tag("p", "B"), tag("p", tag("br"))))), ["- A; B"]],
  ]);
});
