import { expect, it } from "vitest";
import { readFilters } from "./filters";

const check = (query: string, asked: string, unread: string[] = []) => {
  expect(readFilters(query, { day: "2026-06-30", looks: "back" }, "en-GB")).toEqual({ asked, unread });
};

it("reads days as every field does", () => {
  check("truce after:2025-03", "truce after:2025-03");
  check("after:25/04/2025 truce", "after:2025-04-25 truce");
  check('before:"25 April 2025"', "before:2025-04-25");
  check("before:“Apr 2025” talks", "before:2025-04 talks");
  check("after:5/2026x", "after:5/2026x", ["after:5/2026x"]);
});

it("names what is no filter", () => {
  check("in:foo stance:maybe", "in:foo stance:maybe", ["in:foo", "stance:maybe"]);
  check("in:notes in:positions stance:oppose stance:supports-if", "in:notes in:positions stance:oppose stance:supports-if");
  check('stance:"opposes, if"', 'stance:"opposes, if"');
  check("actor:foo http://in:foo.example", "actor:foo http://in:foo.example");
});

it("waits while a value is still to be typed", () => {
  check("after: ", "after: ");
  check('before:"', 'before:"');
});
