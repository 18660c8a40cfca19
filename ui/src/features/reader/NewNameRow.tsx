import type { NewName } from "../../api/generated";
import { Button } from "../../design/Button";
import { Icon } from "../../design/icons/Icon";
import { IconButton } from "../../design/IconButton";
import { t } from "../../i18n";
import styles from "./NewNames.module.css";

/** One name that is no actor's yet, and what has become of it once somebody has decided. */
export function NewNameRow({ name, of, became, onAdd, onDismiss }: {
  name: NewName;
  /** The actor whose initials it is. */
  of: string | undefined;
  became: "known" | "gone" | undefined;
  onAdd: (line: Element | null) => void;
  onDismiss: (line: Element | null) => void;
}) {
  const kind = t(`terms.actorKind.${name.kind}`);
  const facts = [
    of === undefined ? kind : t("reader.newNames.of", { actor: of }),
    ...(name.role === null ? [] : [[name.role, ...(name.belongs_to === null ? [] : [name.belongs_to])].join(", ")]),
    ...(name.also.length > 0 ? [t("reader.newNames.also", { names: name.also.join(", ") })] : []),
    t("reader.newNames.times", { count: name.count }),
  ];
  return (
    <li>
      <span className={styles["name"]}>
        {name.name}
        <span className={styles["kind"]}>{facts.join(" · ")}</span>
      </span>
      {became === undefined ? (
        <>
          <Button
            size="small"
            aria-label={of === undefined ? t("reader.newNames.addNamed", { name: name.name, kind }) : t("reader.newNames.addOf", { name: name.name, actor: of })}
            onPress={({ target }) => onAdd(lineOf(target))}
          >
            {t("reader.newNames.add")}
          </Button>
          <IconButton icon="close" size="small" label={t("reader.newNames.dismissNamed", { name: name.name })} onPress={({ target }) => onDismiss(lineOf(target))} />
        </>
      ) : (
        <span className={styles["became"]}>{became === "known" && <Icon name="check" />}{t(`reader.newNames.became.${became}`)}</span>
      )}
    </li>
  );
}

const lineOf = (pressed: Element) => pressed.closest("li");
