import type { CitationTarget, Inline } from "../../api/generated";

// What the clipboard says of the things that stand among words. It may come from anywhere, under our own names too, so it is
// read as the dossier reads it (core, notes/sound.rs): what would be refused there does not get in here.

export type AtomName = "citation" | "reference" | "link" | "footnote";
type Attributes = Record<string, unknown>;

const ATTRIBUTES: Record<AtomName, readonly string[]> = { citation: ["targets"], reference: ["block"], link: ["url", "text"], footnote: ["text"] };

export const attributesOf = (name: AtomName): readonly string[] => ATTRIBUTES[name];

/** The attributes that a piece of JSON holds, or false if it is none of ours. */
export function readAtom(name: AtomName, json: string): Attributes | false {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return false;
  }
  const inline = isRecord(read) ? inlineOf({ ...read, type: name }) : undefined;
  if (inline === undefined) return false;
  return Object.fromEntries(Object.entries(inline).filter(([key]) => key !== "type"));
}

/** The attributes of a stretch in another language, or false if that is no language's tag. */
export function readLanguage(tag: string): { tag: string } | false {
  return LANGUAGE.test(tag) ? { tag } : false;
}

const LANGUAGE = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;
const ADDRESS = /^(https?|mailto):/i;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function inlineOf(read: unknown): Inline | undefined {
  if (!isRecord(read)) return undefined;
  const { type } = read;
  if (type === "footnote") {
    const text = allOf(read["text"], inlineOf);
    return text === undefined || text.some((inline) => inline.type === "footnote") ? undefined : { type, text };
  }
  if (type === "citation") {
    const targets = allOf(read["targets"], targetOf);
    return targets === undefined ? undefined : { type, targets };
  }
  if (type === "reference") return isId(read["block"]) ? { type, block: read["block"] } : undefined;
  const { text, url, language } = read;
  if (typeof text !== "string") return undefined;
  if (type === "link") return typeof url === "string" && ADDRESS.test(url) ? { type, url, text } : undefined;
  if (type !== "text") return undefined;
  return {
    type,
    text,
    ...(read["bold"] === true ? { bold: true } : {}),
    ...(read["italic"] === true ? { italic: true } : {}),
    ...(typeof language === "string" && LANGUAGE.test(language) ? { language } : {}),
  };
}

function targetOf(read: unknown): CitationTarget | undefined {
  if (!isRecord(read)) return undefined;
  const { to, id } = read;
  return (to === "excerpt" || to === "position" || to === "source") && isId(id) ? { to, id } : undefined;
}

/** All of a list as `of` reads them, or nothing if one of them is not what it should be. */
function allOf<T>(list: unknown, of: (one: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const read = list.map(of);
  return read.every((one) => one !== undefined) ? read : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isId = (value: unknown): value is string => typeof value === "string" && ID.test(value);
