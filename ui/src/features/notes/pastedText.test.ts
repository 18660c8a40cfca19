import { expect, test } from "vitest";
import type { Line } from "./pasted";
import { linesOfText } from "./pastedText";
import { plain } from "./schema";

/** A line as a person reads it: - points, > quotes. */
const shown = ({ as, text }: Line): string => (as === "item" ? "- " : as === "quote" ? "> " : "") + plain(text);
const check = (cases: [string, string[]][]) => test.each(cases)("%j", (text, expected) => expect(linesOfText(text).map(shown)).toEqual(expected));

/** Rows as a mail program wraps them. */
const FULL = "The delegation said that it would agree to the text once the other side";

check([
  ["One line", ["One line"]],
  ["One\nTwo\r\nThree", ["One", "Two", "Three"]],
  ["One is\nwrapped.\n\nTwo is,\ntoo.", ["One is wrapped.", "Two is, too."]],
  ["2025 was a year.", ["2025 was a year."]],
  [" \n ", []],
]);

// One line is part of a sentence.
check([
  ["12. Juli 2025", ["12. Juli 2025"]],
  ["3. Gipfeltreffen in Wien\r\n", ["3. Gipfeltreffen in Wien"]],
  ["– he said", ["– he said"]],
  ["- One", ["- One"]],
  [" and so on ", [" and so on "]],
]);

// Numbers count points only where they count up from one.
check([
  ["1. One\n2. Two\n3. Three", ["- One", "- Two", "- Three"]],
  ["1. One\n\n2. Two\n   which goes on\n\n3) Three", ["- One", "- Two which goes on", "- Three"]],
  ["We will:\n1. go\n– at once\n2. come back", ["We will:", "- go", "- at once", "- come back"]],
  ["1. One\n2. Two\n10. Ten\n100. Hundred", ["- One", "- Two", "10. Ten", "100. Hundred"]],
  ["24. April 2025: Treffen\n25. April 2025: Abreise", ["24. April 2025: Treffen", "25. April 2025: Abreise"]],
  ["1. Januar: Treffen\n2. Januar: Abreise", ["1. Januar: Treffen", "2. Januar: Abreise"]],
  ["1. ledna: setkání\n2. ledna: odjezd", ["1. ledna: setkání", "2. ledna: odjezd"]],
  ["3. Point\n4. Point", ["3. Point", "4. Point"]],
  ["See below.\n\nStill open:\n3. Point\n4. Point", ["See below.", "Still open:", "3. Point", "4. Point"]],
  ["Dear all,\n\nWe met on\n12. Juli in Wien.", ["Dear all,", "We met on 12. Juli in Wien."]],
  ["1. Scope\n\nThis is for all.\n\n2. Terms", ["1. Scope", "This is for all.", "2. Terms"]],
  ["1. Scope\n1. Terms", ["1. Scope", "1. Terms"]],
  ["5. Point\n– he said", ["5. Point", "- he said"]],
]);

// Points.
check([
  ["– he said.\nThey left.", ["– he said.", "They left."]],
  ["– One\n– Two", ["- One", "- Two"]],
  ["- One\n- Two", ["- One", "- Two"]],
  ["Points:\n\n• One\n• Two", ["Points:", "- One", "- Two"]],
  ["1. One\n2) Two", ["- One", "- Two"]],
  ["We will:\n- one\n- two", ["We will:", "- one", "- two"]],
  ["Dear all,\n\nWe will:\n- one\n- two\n\nRegards", ["Dear all,", "We will:", "- one", "- two", "Regards"]],
  ["Dear all,\n\nAfter\nthe talks:\n- one\n- two\nRegards", ["Dear all,", "After the talks:", "- one", "- two", "Regards"]],
  ["- One that\n  goes on\n- Two", ["- One that goes on", "- Two"]],
  [`- ${FULL}\nhad signed it\n- Two`, [`- ${FULL} had signed it`, "- Two"]],
  [`- ${FULL} had signed it, and not before, whatever was said\nAfter the talks.`, [`- ${FULL} had signed it, and not before, whatever was said`, "After the talks."]],
  [`Dear all,\n\n${FULL}\n– as it was – had signed it.`, ["Dear all,", `${FULL} – as it was – had signed it.`]],
  [`Dear all,\n\n${FULL}:\n- signed it`, ["Dear all,", `${FULL}:`, "- signed it"]],
]);

// What a mail quotes.
check([
  ["On Monday Ann wrote:\n> One.\n> Two.", ["On Monday Ann wrote:", "> One.", "> Two."]],
  ["Agreed.\n\nOn Monday Ann wrote:\n> One.\n>\n> Two.\n\nRegards", ["Agreed.", "On Monday Ann wrote:", "> One.", "> Two.", "Regards"]],
  [`> ${FULL}\n> had signed it.\n> Regards`, [`> ${FULL} had signed it.`, "> Regards"]],
  ["> Now.\n>> Before.\n> > Long before.", ["> Now.", "> Before.", "> Long before."]],
  ["> We will:\n> - one\n> - two", ["> We will:", "- one", "- two"]],
  [">", [">"]],
  ["How many?\n> 50 members", ["How many?", "> 50 members"]],
  ["> 50 members\n> agreed", ["> 50 members", "> agreed"]],
]);
