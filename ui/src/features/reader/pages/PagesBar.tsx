import { Button } from "react-aria-components/Button";
import { IconButton } from "../../../design/IconButton";
import { t } from "../../../i18n";
import { useShortcuts } from "../../../lib/keys";
import styles from "./PagesSheet.module.css";
import { FIT, percentOf, stepZoom } from "./zoom";

/** Which page one is at, and how large it is. */
export function PagesBar({ at, total, label, scale, onGo, onZoom }: {
  at: number;
  total: number;
  /** What the page calls itself, where that is not its number. */
  label: string | undefined;
  scale: number;
  onGo: (page: number) => void;
  onZoom: (zoom: number) => void;
}) {
  const larger = () => onZoom(stepZoom(scale, 1));
  const smaller = () => onZoom(stepZoom(scale, -1));
  useShortcuts(t("reader.keys.area"), [
    { keys: "+", label: t("reader.pages.larger"), run: larger },
    { keys: "-", label: t("reader.pages.smaller"), run: smaller },
    { keys: "0", label: t("reader.pages.fit"), run: () => onZoom(FIT) },
    { keys: "PageDown", label: t("reader.pages.next"), run: () => onGo(Math.min(total, at + 1)) },
    { keys: "PageUp", label: t("reader.pages.previous"), run: () => onGo(Math.max(1, at - 1)) },
  ]);
  const percent = t("reader.pages.percent", { count: percentOf(scale) });
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={t("reader.pages.bar")}>
      <IconButton icon="left" size="small" label={t("reader.pages.previous")} keys="PageUp" isDisabled={at <= 1} onPress={() => onGo(at - 1)} />
      <span className={styles["at"]}>
        {t("reader.pages.at", { at, total })}
        {label !== undefined && label !== "" && label !== String(at) && ` (${label})`}
      </span>
      <IconButton icon="right" size="small" label={t("reader.pages.next")} keys="PageDown" isDisabled={at >= total} onPress={() => onGo(at + 1)} />
      <span className="grow" />
      <IconButton icon="minus" size="small" label={t("reader.pages.smaller")} keys="-" onPress={smaller} />
      <Button className={styles["percent"] ?? ""} aria-label={`${percent}, ${t("reader.pages.fit")}`} onPress={() => onZoom(FIT)}>{percent}</Button>
      <IconButton icon="plus" size="small" label={t("reader.pages.larger")} keys="+" onPress={larger} />
    </div>
  );
}
