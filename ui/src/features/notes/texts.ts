import type { Body, Inline } from "../../api/generated";

type Text = readonly Inline[];

/** The body with each of its texts changed; `field` is the name under which the text is edited. */
export function mapTexts(body: Body, change: (text: Text, field: string) => Inline[]): Body {
  const items = (list: readonly Text[]) => list.map((text, index) => change(text, `items.${String(index)}`));
  switch (body.kind) {
    case "bottom_line": return { ...body, statement: change(body.statement, "statement"), judgement: change(body.judgement, "judgement") };
    case "heading":
    case "recommendation": return { ...body, text: change(body.text, "text") };
    case "paragraph": return { ...body, lead: change(body.lead, "lead"), text: change(body.text, "text") };
    case "bullets":
    case "lines_to_take":
    case "press_line": return { ...body, items: items(body.items) };
    case "defensive_lines": return { ...body, pairs: body.pairs.map(({ question, answer }, index) => ({ question: change(question, `question.${String(index)}`), answer: change(answer, `answer.${String(index)}`) })) };
    case "options_table": return { ...body, options: body.options.map(({ title, advantages, drawbacks }, index) => ({ title: change(title, `title.${String(index)}`), advantages: change(advantages, `advantages.${String(index)}`), drawbacks: change(drawbacks, `drawbacks.${String(index)}`) })) };
    case "positions_table":
    case "analysis":
    case "picture": return { ...body, caption: change(body.caption, "caption") };
    case "change": return { ...body, label: change(body.label, "label") };
    case "quotation":
    case "position":
    case "actor_profile":
    case "timeline":
    case "page_break": return body;
  }
}

/** Every text of a body, in reading order. */
export function textsOf(body: Body): { text: Text; field: string }[] {
  const texts: { text: Text; field: string }[] = [];
  mapTexts(body, (text, field) => {
    texts.push({ text, field });
    return [...text];
  });
  return texts;
}
