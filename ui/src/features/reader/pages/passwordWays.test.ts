import { expect, test } from "vitest";
import { passwordWays } from "./passwordWays";

test.each<[string, string[]]>([
  ["under 7", ["under 7"]],
  ["Zürich", ["Zürich", "ZÃ¼rich"]],
  ["Zu\u0308rich", ["Zu\u0308rich", "Zürich", "ZÃ¼rich"]],
  ["5 € – ž", ["5 € – ž", "5 \u00a0 \u0085 \u009e", "5 \u00e2\u0082\u00ac \u00e2\u0080\u0093 \u00c5\u00be"]],
])("%s", (password, ways) => expect(passwordWays(password)).toEqual(ways));
