import { classes } from "../../design/classes";
import styles from "./PageImage.module.css";
import type { ShownPage } from "./usePages";

/** A page as it will leave the building: drawings as large as the page, one on another. A screen reader reads the editor. */
export function PageImage({ page, className }: { page: ShownPage; className?: string | undefined }) {
  return (
    <span className={classes(styles["page"], className)} style={{ "--ratio": String(page.width / page.height) } as React.CSSProperties}>
      {page.layers.map((url, index) => <img key={index} src={url} alt="" draggable={false} />)}
    </span>
  );
}
