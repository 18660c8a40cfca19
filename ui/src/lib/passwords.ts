// Passwords of documents, by the hash of the document, for as long as the window lives. They are written nowhere: a
// password is often used elsewhere too.
const known = new Map<string, string>();

export const passwordOf = (document: string): string | undefined => known.get(document);

export const rememberPassword = (document: string, password: string): void => void known.set(document, password);
