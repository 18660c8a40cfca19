import { Button } from "react-aria-components/Button";
import { Icon } from "../design/icons/Icon";
import { t } from "../i18n";
import { PLACES, returnTo, usePlace, type PlaceName } from "../lib/place";
import styles from "./Rail.module.css";

/** The six places; the last two, which one visits seldom, stand at the foot. */
export function Rail({ isEnabled }: { isEnabled: boolean }) {
  const current = usePlace().name;
  return (
    <nav className={styles["rail"]} aria-label={t("shell.places.label")}>
      {PLACES.map((name) => (
        <RailButton key={name} name={name} isCurrent={name === current && (isEnabled || name === "settings")} isEnabled={isEnabled || name === "settings" || current === "settings"} />
      ))}
    </nav>
  );
}

function RailButton({ name, isCurrent, isEnabled }: { name: PlaceName; isCurrent: boolean; isEnabled: boolean }) {
  return (
    <Button
      className={styles["place"] ?? ""}
      data-place={name}
      aria-current={isCurrent ? "page" : undefined}
      isDisabled={!isEnabled}
      onPress={() => returnTo(name)}
    >
      <Icon name={name} size={20} />
      {t(`shell.places.${name}`)}
    </Button>
  );
}
