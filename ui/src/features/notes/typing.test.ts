import { describe, expect, test } from "vitest";
import type { Body, Inline } from "../../api/generated";
import { LONG, PAUSE, typedOn, type Typing } from "./typing";

/** Words, **bold** ones, and ^ for a footnote. */
const inlines = (words: string): Inline[] =>
  words.split(/(\*\*.*?\*\*|\^)/).filter((part) => part !== "").map((part): Inline => {
    if (part === "^") return { type: "footnote", text: [] };
    return part.startsWith("**") ? { type: "text", text: part.slice(2, -2), bold: true } : { type: "text", text: part };
  });

/** A paragraph as it is written: its level, its opening up to a colon, its text. */
function paragraph(words: string): Body {
  const [, level, lead = "", text] = /^(\d?)(?:(.*?):)?(.*)$/s.exec(words) ?? [];
  return { kind: "paragraph", level: level === "" ? 1 : Number(level), lead: inlines(lead), text: inlines(text ?? "") };
}

/** What a block says one after the other, each after a tenth of a second or the seconds named; where a step begins is a bar. */
function check(name: string, script: string, steps: string) {
  test(name, () => {
    let run: Typing | undefined;
    let now = 0;
    const states = script.split(" > ").map((state) => /^(?:\+([\d.]+)s )?(.*)$/s.exec(state) ?? []);
    const found = states.slice(1).map(([, seconds, words = ""], index) => {
      now += Number(seconds ?? 0.1) * 1000;
      const typed = typedOn(paragraph(states[index]?.[2] ?? ""), paragraph(words), "a", run, now);
      run = typed.typing;
      return typed.goesOn ? "-" : "|";
    });
    expect(found.join("")).toBe(steps);
  });
}

describe("what is one step to undo", () => {
  check("letters that follow one another", " > W > We > We g > We go", "|---");
  check("letters in the middle of a word", "gd > god > good", "|-");
  check("the same letter again, before its like", "table > ttable > tteable", "|-");
  check("an opening", ": > A: > At:", "|-");
  check("bold letters", "a > a**b** > a**bc**", "|-");
  check("letters before bold ones", "**b** > a**b** > ac**b**", "|-");
  check("letters taken out one by one", "We go > We g > We  > We > W", "|---");
  check("what comes in place of what was taken out", "We go > We  > We s > We st", "|--");
  check("a word that the keyboard puts right", " > teh > the > the y", "|--");
  check("a word that is composed", " > n > ni > 你 > 你h", "|---");
  check("a selection that is typed over", "They do not go > N > No", "|-");
});

describe("what is a step of its own", () => {
  check("taking out after putting in", " > W > We > W > Wh", "|-|-");
  check("a word that was just typed and is typed over", " > No > Nor > V > Ve", "|-|-");
  check("bold", " > W > We > **We** > **We** g", "|-||");
  check("letters in bold after others", " > W > W**e** > W**e**g", "|||");
  check("a footnote", " > W > W^ > W^e", "|||");
  check("taking a footnote out", "We^ > We > Wed", "||");
  check("a footnote and a word", "We > We^ > We^go", "||");
  check("another level", " > W > 2W > 2We", "|||");
  check("another text of the block", " > W > O:W > On:W", "||-");
  check("another place", "one two > one two! > aone two! > abone two! > abone two!?", "||-|");
  check("several words at once", " > W > We go home > We go home.", "|||");
  check("several words taken out at once", "We > We a > We a b > ", "|-|");
  check("typing after several words were taken out", "We go home > e > ", "||");
  check("the next sentence", "N > No > No. > No.  > No. A > No. As", "|-|--");
  check("the next sentence after a quotation", "“No. > “No.” > “No.”  > “No.” A", "||-");
});

describe("how long a step is", () => {
  const [pause, beyond] = [PAUSE / 1000, PAUSE / 1000 + 0.1];
  check("a short rest is part of it", ` > W > +${pause}s We`, "|-");
  check("a longer one is not", ` > W > +${beyond}s We`, "||");
  check("a long run ends with a word", ` > ${Array.from({ length: LONG / 1000 + 2 }, (_, index) => `+1s ${"a".repeat(index + 1)}`).join(" > ")} > aaaaaaaaaaaa  > aaaaaaaaaaaa b > aaaaaaaaaaaa bc`, "|-----------|--");
});

test("a row that comes with its first letter goes on", () => {
  const rows = (...pairs: [string, string][]): Body => ({ kind: "defensive_lines", pairs: pairs.map(([question, answer]) => ({ question: inlines(question), answer: inlines(answer) })) });
  const steps: [Body, boolean][] = [[rows(["Q", "A"], ["W", ""]), false], [rows(["Q", "A"], ["We", ""]), true], [rows(["Q", "A"], ["We", "N"]), false]];
  let [run, before]: [Typing | undefined, Body] = [undefined, rows(["Q", "A"])];
  for (const [body, goesOn] of steps) {
    const typed = typedOn(before, body, "a", run, 0);
    expect(typed.goesOn).toBe(goesOn);
    [run, before] = [typed.typing, body];
  }
});
