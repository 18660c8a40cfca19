import type { EditorView } from "prosemirror-view";

/** What of a view watches the page. ProseMirror keeps it out of its types. */
interface Watching {
  domObserver: { connectSelection: () => void; disconnectSelection: () => void };
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
