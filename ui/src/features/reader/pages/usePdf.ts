import { useEffect, useState } from "react";
import { asCommandError, call, type CommandError } from "../../../api/client";
import type { Source } from "../../../api/generated";
import { passwordOf, rememberPassword } from "../../../lib/passwords";
import { openPdf, type Closed, type Pdf } from "./pdf";

export type PdfState =
  | { kind: "loading" }
  | { kind: "open"; pdf: Pdf }
  /** It opens with a password; `wrong` after one that does not fit. */
  | { kind: "locked"; wrong: boolean; open: (password: string) => void }
  | { kind: "damaged" }
  | { kind: "failed"; error: CommandError };

/** A source's document, opened for drawing and closed again when it is no longer looked at. */
export function usePdf({ id, original }: Source): PdfState {
  const [state, setState] = useState<PdfState>({ kind: "loading" });
  useEffect(() => {
    let isGone = false;
    let opened: Pdf | undefined;
    const show = (next: PdfState) => {
      if (!isGone) setState(next);
    };
    const open = async (bytes: ArrayBuffer, password: string | undefined) => {
      try {
        const pdf = await openPdf(bytes, password);
        if (password !== undefined) rememberPassword(original, password);
        opened = pdf;
        if (isGone) await pdf.loadingTask.destroy();
        show({ kind: "open", pdf });
      } catch (thrown) {
        const why = (thrown instanceof Error ? thrown.message : "damaged") as Closed;
        show(why === "damaged" ? { kind: "damaged" } : { kind: "locked", wrong: why === "wrong", open: (next) => void open(bytes, next) });
      }
    };
    call("source_pages", { id }).then(
      (bytes) => open(bytes, passwordOf(original)),
      (thrown: unknown) => show({ kind: "failed", error: asCommandError(thrown) }),
    );
    return () => {
      isGone = true;
      void opened?.loadingTask.destroy();
    };
  }, [id, original]);
  return state;
}
