import { Fragment, createElement, type ReactNode } from "react";
import { en } from "./en";

// Every visible string stands in the catalogue, so that it can be read, corrected and translated in one place.

/** A text, or its forms by number: `{ one: "{count} quote", other: "{count} quotes" }`. */
export type Message = string | { readonly one: string; readonly other: string };

type KeysOf<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends Message ? `${Prefix}${K}` : KeysOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** `area.key` or `area.group.key` of the catalogue. */
export type TextKey = KeysOf<typeof en>;

type Values = Record<string, string | number>;

const plural = new Intl.PluralRules("en");

function find(key: TextKey): Message {
  let found: unknown = en;
  for (const part of key.split(".")) found = (found as Record<string, unknown>)[part];
  return found as Message;
}

function form(key: TextKey, values: Record<string, unknown> | undefined): string {
  const message = find(key);
  if (typeof message === "string") return message;
  return plural.select(Number(values?.["count"] ?? 0)) === "one" ? message.one : message.other;
}

/** The text of a key with `{name}` filled in. `count` chooses the form. */
export function t(key: TextKey, values?: Values): string {
  return form(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? value.toLocaleString() : value;
  });
}

/** The same with elements among the words, such as a key cap or a link. */
export function tr(key: TextKey, values: Record<string, ReactNode>): ReactNode {
  const parts = form(key, values).split(/\{(\w+)\}/);
  return parts.map((part, index) => createElement(Fragment, { key: index }, index % 2 === 1 ? values[part] : part));
}
