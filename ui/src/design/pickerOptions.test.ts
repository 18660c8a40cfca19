import { expect, test } from "vitest";
import { CREATE, offer, type Option } from "./pickerOptions";

const OPTIONS: Option[] = [
  { id: "council", label: "Council of Europe", names: ["CoE"] },
  { id: "border", label: "Border of Orland", names: ["Kessia"] },
  { id: "port", label: "Port Council" },
];

test.each([
  ["", true, ["council", "border", "port"]],
  ["council", true, ["council", "port", CREATE]],
  ["Port Council", true, ["port"]],
  ["port council", true, ["port"]],
  // Another thing of the same words is not what was typed.
  ["EU Council", true, [CREATE, "council"]],
  ["EU Council", false, ["council"]],
  ["Council Port", true, [CREATE, "port"]],
  ["rope cil", true, [CREATE]],
  ["Kessia border", true, [CREATE]],
  ["Kessia border", false, []],
])("for %j (new ones: %s) %j are offered", (typed, canCreate, ids) => {
  expect(offer(OPTIONS, typed, canCreate).map(({ id }) => id)).toEqual(ids);
});
