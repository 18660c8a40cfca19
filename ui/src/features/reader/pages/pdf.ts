import { getDocument, GlobalWorkerOptions, PasswordException, PasswordResponses, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { passwordWays } from "./passwordWays";
import { inReadingOrder } from "./readingOrder";

// The one place that names pdf.js. It draws a document that somebody else made, so it gets no more than it needs: no
// scripts of the document, no forms, no links, nothing from outside the program.

GlobalWorkerOptions.workerSrc = workerUrl;

/** Where the build puts the fonts and tables that documents may refer to without holding them. */
const DATA = new URL("assets/pdf/", document.baseURI).href;

/** More pixels than this on one page cost memory and show nothing more. */
const MOST_PIXELS = 16_000_000;

export type Pdf = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

/** Why a document does not open: it asks for a password, the one given is wrong, or it cannot be drawn. */
export type Closed = "password" | "wrong" | "damaged";

/** Opens a document, its password written in each of the ways there are. Throws `Closed`. */
export async function openPdf(bytes: ArrayBuffer, password: string | undefined): Promise<Pdf> {
  let why: unknown;
  for (const way of password === undefined ? [undefined] : passwordWays(password)) {
    try {
      return await openWith(bytes, way);
    } catch (thrown) {
      why = thrown;
      if (!isWrong(thrown)) break;
    }
  }
  throw closed(why);
}

async function openWith(bytes: ArrayBuffer, password: string | undefined): Promise<Pdf> {
  const opening = getDocument({
    // The worker takes the bytes over, and they may be needed again with a password.
    data: bytes.slice(0),
    ...(password === undefined ? {} : { password }),
    cMapUrl: `${DATA}cmaps/`,
    standardFontDataUrl: `${DATA}standard_fonts/`,
    iccUrl: `${DATA}iccs/`,
    wasmUrl: `${DATA}wasm/`,
    // The window's policy runs no WebAssembly; the same decoders are there as scripts.
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    return await opening.promise;
  } catch (thrown) {
    await opening.destroy();
    throw thrown;
  }
}

const isWrong = (thrown: unknown): boolean => thrown instanceof PasswordException && thrown.code === PasswordResponses.INCORRECT_PASSWORD;

function closed(thrown: unknown): Error {
  if (!(thrown instanceof PasswordException)) return new Error("damaged" satisfies Closed);
  return new Error((isWrong(thrown) ? "wrong" : "password") satisfies Closed);
}

/** A run of letters on a page and the element that holds it. */
export interface Run {
  str: string;
  hasEOL: boolean;
  span: HTMLElement;
}

/** Draws a page. Calling the answer stops it. */
export function drawPage(page: PdfPage, scale: number, canvas: HTMLCanvasElement): () => void {
  const viewport = page.getViewport({ scale });
  const dense = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * dense);
  canvas.height = Math.floor(viewport.height * dense);
  const drawing = page.render({ canvas, viewport, transform: [dense, 0, 0, dense, 0, 0] });
  // Stopped on purpose, or a page that cannot be drawn: then it stays blank, and its words are in the text.
  drawing.promise.catch(() => undefined);
  return () => drawing.cancel();
}

/** Lays a page's words over its picture, transparent, to be selected and read aloud in the order in which they are read. */
export async function layText(page: PdfPage, scale: number, container: HTMLElement): Promise<readonly Run[]> {
  const content = await page.getTextContent();
  container.replaceChildren();
  const layer = new TextLayer({ textContentSource: content, container, viewport: page.getViewport({ scale }) });
  await layer.render();
  const drawn = content.items.filter((item) => "str" in item).flatMap(({ str, hasEOL, transform, width }, index) => {
    const [, rise, , , left] = transform as number[];
    const span = layer.textDivs[index];
    return span === undefined ? [] : [{ str, hasEOL, left: left ?? 0, width, isLevel: rise === 0, span }];
  });
  const runs = inReadingOrder(drawn);
  if (runs.some(({ span }, index) => span !== drawn[index]?.span)) container.replaceChildren(...runs.flatMap(({ str, hasEOL, span }) => [...(str === "" ? [] : [span]), ...(hasEOL ? [lineEnd()] : [])]));
  return runs;
}

/** What pdf.js puts between two lines. */
function lineEnd(): HTMLElement {
  const end = document.createElement("br");
  end.setAttribute("role", "presentation");
  return end;
}
