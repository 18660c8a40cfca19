import { expect, test } from "vitest";
import type { Inline } from "../../../api/generated";
import { plain } from "../schema";
import { withLead } from "./lead";

const words = (text: string): Inline[] => (text === "" ? [] : [{ type: "text", text }]);

test.each<[string, string, string]>([
  ["Order.", "the text sets no date.", "Order. the text sets no date."],
  ["Order. ", "The text", "Order. The text"],
  ["Order.", "\u00A0The text", "Order.\u00A0The text"],
  ["Order.", "", "Order."],
  ["", "The text", "The text"],
])("an opening joined to its text: %j and %j", (lead, text, expected) => {
  expect(plain(withLead(words(lead), words(text)))).toBe(expected);
});

test("a citation is no space", () => {
  const cite: Inline = { type: "citation", targets: [{ to: "excerpt", id: "x" }] };
  expect(withLead([cite], [cite])).toEqual([cite, { type: "text", text: " " }, cite]);
});
