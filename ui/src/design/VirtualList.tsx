import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Virtualizer } from "react-aria-components/Virtualizer";
import { RowLayout } from "./RowLayout";
import styles from "./VirtualList.module.css";

/** A list of any length of which one row is chosen; only the rows in view are drawn. */
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
  return (
    <Virtualizer layout={RowLayout} layoutOptions={{ rowSize: rowHeight }}>
      <ListBox
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
            {children(item)}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
