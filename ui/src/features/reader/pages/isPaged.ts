import type { Source } from "../../../api/generated";

/** The kinds of documents that have pages to be drawn: PDFs, and pictures of pages, which are bound as such. */
const PAGED = ["application/pdf", "image/png", "image/jpeg", "image/tiff"];

export const isPaged = (source: Source): boolean => PAGED.includes(source.media_type);
