import type { CommandError } from "../../api/client";
import type { Source } from "../../api/generated";
import { useAct } from "../../api/query";
import { passwordOf } from "../../lib/passwords";

/** Recognises the words in a source's pictures; how far that is shows with the imports. */
export function useRecognising(source: Source, onError?: (problem: CommandError) => void) {
  const acting = useAct("source_recognise");
  const begin = () => {
    const password = passwordOf(source.original);
    acting.mutate({ id: source.id, ...(password === undefined ? {} : { password }) }, onError === undefined ? {} : { onError });
  };
  return { begin, error: acting.error, isPending: acting.isPending };
}
