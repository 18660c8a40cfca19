import { useContext, useEffect, useRef, type ReactNode } from "react";
import { ListBox, ListBoxItem, ListStateContext } from "react-aria-components/ListBox";
import { Virtualizer } from "react-aria-components/Virtualizer";
import { answer } from "../lib/keys";
import { RowLayout } from "./RowLayout";
import styles from "./VirtualList.module.css";

/** A list of any length of which one row is chosen, here or elsewhere; only the rows in view are drawn. */
export function VirtualList<T extends { id: string }>({ label, items, rowHeight, chosen, onChoose, onOpen, nameOf, children, empty }: {
  label: string;
  items: readonly T[];
  rowHeight: number;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  /** Enter or a double press on a row. */
  onOpen?: (id: string) => void;
  /** What typing the first letters of a row finds, and what is spoken. */
  nameOf: (item: T) => string;
  children: (item: T) => ReactNode;
  empty?: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const at = items.findIndex(({ id }) => id === chosen);
  const isListed = at >= 0;
  useEffect(() => {
    if (isListed) return bringUp(list.current, at * rowHeight, rowHeight);
    // Only when another is chosen, or what is chosen comes in; where one scrolls to afterwards is the reader's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, isListed]);
  return (
    // Its letters are the window's, where that has a use for them; else they find a row.
    <div className={styles["keys"]} role="presentation" onKeyDownCapture={(event) => answer(event.nativeEvent) && event.stopPropagation()}>
    <Virtualizer layout={RowLayout} layoutOptions={{ rowSize: rowHeight }}>
      <ListBox
        ref={list}
        className={styles["list"] ?? ""}
        aria-label={label}
        items={items as Iterable<T>}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [first] = keys === "all" ? [] : [...keys];
          if (first !== undefined) onChoose(String(first));
        }}
        onAction={(key) => onOpen?.(String(key))}
        renderEmptyState={() => empty}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={nameOf(item)} className={styles["row"] ?? ""}>
            {({ isSelected }) => (
              <>
                {isSelected && <FocusComesTo id={item.id} />}
                {children(item)}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
    </div>
  );
}

/** The focus comes back to the row that is chosen, whichever it was on before. */
function FocusComesTo({ id }: { id: string }) {
  const rows = useContext(ListStateContext)?.selectionManager;
  useEffect(() => {
    rows?.setFocusedKey(id);
    // Once, when the row is chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  return null;
}

/** How long the list may take to lay itself out, in frames. */
const PATIENCE = 40;

/** Scrolls a row into view as soon as the list has the height for it. What comes back calls it off. */
function bringUp(list: HTMLElement | null, top: number, height: number): () => void {
  let frames = 0;
  let frame = 0;
  const look = () => {
    frames += 1;
    if (list === null || frames > PATIENCE) return;
    if (list.scrollHeight < top + height) frame = requestAnimationFrame(look);
    else list.scrollTop = Math.min(top, Math.max(list.scrollTop, top + height - list.clientHeight));
  };
  look();
  return () => cancelAnimationFrame(frame);
}
