import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../../design/Button";
import { Icon, type IconName } from "../../design/icons/Icon";
import popover from "../../design/Popover.module.css";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { narrow } from "../../lib/match";
import styles from "./Toolbar.module.css";

/** A button that says how many of a list are shown, and opens the list to choose from. */
export function FilterButton({ label, icon, words, options, chosen, onChange, plain, plainWords }: {
  label: string;
  icon?: IconName;
  words: string;
  options: readonly { id: string; label: string; depth?: number }[];
  /** The ids shown now. */
  chosen: readonly string[];
  /** Called with the ids to show, or with nothing for what is shown when nobody has chosen. */
  onChange: (ids: string[] | undefined) => void;
  /** Another quick choice beside all. */
  plain?: (() => void) | undefined;
  plainWords?: string;
}) {
  const [sought, setSought] = useState("");
  const offered = narrow(options, sought, (option) => [option.label]);
  return (
    <DialogTrigger>
      <Button look="quiet" size="small" icon={icon}>{words}</Button>
      <Popover className={popover["popover"] ?? ""} placement="bottom start" offset={4}>
        <Dialog className={styles["filter"] ?? ""} aria-label={label}>
          <div className={styles["filterHead"]}>
            <TextField bare size="small" icon="find" label={t("positions.filter.narrow")} placeholder={t("positions.filter.narrow")} value={sought} onChange={setSought} />
            <Button size="small" onPress={() => onChange(options.map((option) => option.id))}>{t("positions.filter.all")}</Button>
            {plain !== undefined && <Button size="small" onPress={plain}>{plainWords}</Button>}
          </div>
          <ListBox
            aria-label={label}
            className={styles["filterList"] ?? ""}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={chosen}
            onSelectionChange={(keys) => {
              const now = keys === "all" ? new Set(options.map((option) => option.id)) : new Set([...keys].map(String));
              onChange(options.map((option) => option.id).filter((id) => now.has(id)));
            }}
            items={offered}
            renderEmptyState={() => <p className={popover["empty"]}>{t("common.noMatch")}</p>}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className={popover["item"] ?? ""} style={{ paddingLeft: 8 + (sought === "" ? (option.depth ?? 0) * 16 : 0) }}>
                {({ isSelected }) => (
                  <>
                    <span className={styles["tick"]}>{isSelected && <Icon name="check" size={12} />}</span>
                    {option.label}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
