import { useEffect, useState } from "react";
import type { Pdf } from "./pdf";

export interface PageSize {
  /** In points. */
  width: number;
  height: number;
}

const A4: PageSize = { width: 595, height: 842 };

/** So many pages are measured before the view is told. */
const AT_ONCE = 64;

/** The sizes of all pages: the first's for those not yet measured. */
export function usePageSizes(pdf: Pdf): readonly PageSize[] {
  const [sizes, setSizes] = useState<readonly PageSize[]>(() => Array.from({ length: pdf.numPages }, () => A4));
  useEffect(() => {
    let isGone = false;
    const measure = async () => {
      const measured: PageSize[] = [];
      for (let number = 1; number <= pdf.numPages && !isGone; number += 1) {
        const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
        measured.push({ width, height });
        const isTurn = number === 1 || number % AT_ONCE === 0 || number === pdf.numPages;
        if (isTurn && !isGone) setSizes(Array.from({ length: pdf.numPages }, (_, index) => measured[index] ?? measured[0] ?? A4));
      }
    };
    // A page that cannot be measured cannot be drawn either; the others are.
    measure().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [pdf]);
  return sizes;
}
