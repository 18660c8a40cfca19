import { expect, test } from "vitest";
import { fileName, titleFrom } from "./fileNames";

test.each([
  ["/files/Talks.standpoint", "Talks"],
  ["C:\\Users\\anna\\Talks.STANDPOINT", "Talks"],
  ["/files/Joint statement.pdf", "Joint statement"],
  ["record.v2.docx", "record.v2"],
  // A dossier need not have an ending, nor is everything behind a dot one.
  ["/tmp/Talks 3.14", "Talks 3.14"],
  ["/tmp/.standpoint", ".standpoint"],
  ["Folder", "Folder"],
])("%s is called %s", (path, title) => expect(titleFrom(path)).toBe(title));

test.each([
  ["Talks: what now?", "Talks what now"],
  ["a/b\\c", "a b c"],
  ["...", "Untitled"],
  ["", "Untitled"],
])("%s can be a file as %s", (title, file) => expect(fileName(title, "Untitled")).toBe(file));
