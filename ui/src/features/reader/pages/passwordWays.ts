// Letters from ˘ on and from • on in the order of their bytes (ISO 32000-2, D.2, PDFDocEncoding); all others there are
// those of Latin-1, whose bytes are their code points.
const FROM_18 = "˘ˇˆ˙˝˛˚˜";
const FROM_80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
const EURO = 0xa0;

/**
 * The ways in which a password may have become bytes. Up to revision 4 of a PDF's lock it is PDFDocEncoding, and programs
 * that did not care wrote UTF-8; pdf.js makes a byte of each code unit there, so those bytes are given as code units.
 * From revision 5 on it takes the password as it is.
 */
export function passwordWays(password: string): string[] {
  const composed = password.normalize("NFC");
  const utf8 = String.fromCharCode(...new TextEncoder().encode(composed));
  return [...new Set([password, Array.from(composed, inPdf).join(""), utf8])];
}

function inPdf(letter: string): string {
  if (letter === "€") return String.fromCharCode(EURO);
  const early = FROM_18.indexOf(letter);
  if (early >= 0) return String.fromCharCode(0x18 + early);
  const late = FROM_80.indexOf(letter);
  return late >= 0 ? String.fromCharCode(0x80 + late) : letter;
}
