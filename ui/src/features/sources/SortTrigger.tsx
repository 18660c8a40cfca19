import { Button } from "react-aria-components/Button";
import { Icon } from "../../design/icons/Icon";
import styles from "./SourceList.module.css";

/** The line that says how the list is sorted, and opens the other ways. */
export function SortTrigger({ label, value }: { label: string; value: string }) {
  return (
    <Button className={styles["sort"] ?? ""} aria-label={`${label}: ${value}`}>
      <Icon name="sort" />
      <span>{value}</span>
    </Button>
  );
}
