/** Where one goes on from the panel when what had the focus there has gone: the cell in use, or else the view that is open. */
export const cellInUse = (): HTMLElement | null =>
  document.querySelector<HTMLElement>("[role=treegrid] [data-active]") ?? document.querySelector<HTMLElement>("main [role=tab][aria-selected=true]");
