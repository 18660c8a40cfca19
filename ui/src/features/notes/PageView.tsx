import { memo } from "react";
import { Button } from "react-aria-components/Button";
import type { BlockId, BlockPlace } from "../../api/generated";
import { t } from "../../i18n";
import { PageImage } from "./PageImage";
import styles from "./PagesPane.module.css";
import type { ShownPage } from "./usePages";

/**
 * One page, blank while it is far from what is seen. A press leads to the block that stands there; the block one writes in is
 * marked at its side.
 */
export const PageView = memo(function PageView({ page, index, total, scale, current, isNear, onGo }: {
  page: ShownPage;
  index: number;
  total: number;
  scale: number;
  /** The block one writes in, if it stands here. */
  current: BlockId | undefined;
  isNear: boolean;
  onGo: (block: BlockId) => void;
}) {
  const { places } = page;
  const here = places.filter(({ block }) => block === current);
  return (
    <div className={styles["sheet"]} data-page={index} style={{ width: page.width * scale, height: page.height * scale }}>
      {isNear && <Button
        className={styles["press"] ?? ""}
        aria-label={t("notes.pages.page", { number: index + 1, total })}
        isDisabled={places.length === 0}
        onPress={({ y, pointerType }) => {
          // By the keyboard there is no place on the page: it leads to what stands first on it.
          const at = pointerType === "keyboard" || pointerType === "virtual" ? undefined : y / scale;
          const block = blockAt(places, at);
          if (block !== undefined) onGo(block);
        }}
      >
        <PageImage page={page} />
      </Button>}
      {here.map(({ top, bottom }) => <span key={top} className={styles["here"]} style={{ top: top * scale, height: (bottom - top) * scale }} />)}
    </div>
  );
});

/** The block at a height of the page in points, or the nearest one above; the first where no height is given. */
export function blockAt(places: readonly BlockPlace[], at: number | undefined): BlockId | undefined {
  const sorted = [...places].sort((a, b) => a.top - b.top);
  if (at === undefined) return sorted[0]?.block;
  return (sorted.find(({ top, bottom }) => top <= at && at < bottom) ?? sorted.findLast(({ top }) => top <= at) ?? sorted[0])?.block;
}
