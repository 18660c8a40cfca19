import type { Block, BlockId } from "../../api/generated";

/** (a) for 1; past (z) it goes on with (aa). */
export function letter(number: number): string {
  let rest = Math.max(number, 1);
  let letters = "";
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}

/** The numbers paragraphs are printed with, as the composer counts them: "4", "(b)". */
export function paragraphNumbers(blocks: readonly Block[]): Map<BlockId, string> {
  const numbers = new Map<BlockId, string>();
  let main = 0;
  let sub = 0;
  for (const { id, body } of blocks) {
    if (body.kind === "heading") sub = 0;
    if (body.kind !== "paragraph") continue;
    if (body.level === 1) {
      main += 1;
      sub = 0;
      numbers.set(id, String(main));
    } else if (body.level > 1) {
      sub += 1;
      numbers.set(id, `(${letter(sub)})`);
    }
  }
  return numbers;
}

/** What a reference to a paragraph prints: "4", "4(b)". */
export function referenceNumbers(blocks: readonly Block[]): Map<BlockId, string> {
  let main = "";
  const printed = new Map<BlockId, string>();
  for (const [id, number] of paragraphNumbers(blocks)) {
    if (!number.startsWith("(")) main = number;
    printed.set(id, number.startsWith("(") ? main + number : number);
  }
  return printed;
}
