import { expect, test } from "vitest";
import type { Actor, ActorRow } from "../../api/generated";
import { sharedName } from "./sameName";

/** Actors as "Name (short) / alias / alias", the first of whom is asked about. */
const read = (line: string, index: number): Actor => {
  const [first = "", ...aliases] = line.split(" / ");
  const [, name = first, short] = /^(.*?)(?: \((.*)\))?$/.exec(first) ?? [];
  return { id: String(index), name, short_name: short ?? null, aliases } as Actor;
};

test.each<[string[], string | undefined]>([
  [["Ukraine / Kyiv", "Russia / Moscow"], undefined],
  [["Ukraine / Kyiv", "Kyiv"], "Kyiv 1"],
  [["Donald Trump", "DONALD TRUMP"], "Donald Trump 1"],
  [["United States (US)", "Ursula / us"], "US 1"],
  [["Türkiye / Ankara", "Turkiye"], "Türkiye 1"],
  [["Kessia / Kessia"], undefined],
])("%s share %s", (lines, expected) => {
  const actors = lines.map(read);
  const [actor] = actors;
  const shared = actor && sharedName(actor, actors.map((one) => ({ actor: one }) as ActorRow));
  expect(shared && `${shared.name} ${shared.other.id}`).toBe(expected);
});
