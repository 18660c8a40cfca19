import type { EditorView } from "prosemirror-view";

/** What of a view watches the page. ProseMirror keeps it out of its types. */
interface Watching {
  domObserver: { connectSelection: () => void; disconnectSelection: () => void; flush: () => void };
}

/**
 * Lets a view follow the caret only while the caret is in it. A note of a hundred pages has a thousand views, and each of
 * them would look at the selection at every key.
 */
export function listenWhileFocused(view: EditorView): void {
  const { domObserver } = view as EditorView & Watching;
  const connect = domObserver.connectSelection.bind(domObserver);
  domObserver.connectSelection = () => {
    if (view.hasFocus()) connect();
  };
  domObserver.disconnectSelection();
}

/**
 * Lets a view take note of the selection as it is now. The browser tells of it only with the next frame, and two keys can be
 * faster: all would be selected on the screen, and the place of before be copied or set in bold.
 */
export function hearSelection(view: EditorView): void {
  if (!view.composing) (view as EditorView & Watching).domObserver.flush();
}
