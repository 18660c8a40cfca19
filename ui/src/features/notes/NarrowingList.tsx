import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Icon, type IconName } from "../../design/icons/Icon";
import { Marked } from "../../design/Marked";
import popover from "../../design/Popover.module.css";
import { TextField } from "../../design/TextField";
import { t } from "../../i18n";
import { narrow } from "../../lib/match";
import styles from "./NarrowingList.module.css";

export interface Narrowed {
  id: string;
  label: string;
  icon?: IconName;
  end?: string;
}

/** How many are offered at most; typing brings up the rest. */
const MOST = 60;

/** A field to type in and the list it narrows: arrows move, Enter takes. The focus stays in the field. */
export function NarrowingList({ label, items, onTake }: { label: string; items: readonly Narrowed[]; onTake: (id: string) => void }) {
  const [sought, setSought] = useState("");
  const offered = narrow(items, sought, (item) => [item.label, item.end ?? ""]).slice(0, MOST);
  return (
    <div className={styles["list"]}>
      <Autocomplete inputValue={sought} onInputChange={setSought}>
        {/* The list was opened to type in this field. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-autofocus */}
        <TextField bare icon="find" label={label} placeholder={label} autoFocus />
        <Menu aria-label={label} className={styles["items"] ?? ""} items={offered} onAction={(id) => onTake(String(id))} renderEmptyState={() => <p className={popover["empty"]}>{t("common.noMatch")}</p>}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.label} className={popover["item"] ?? ""}>
              {item.icon !== undefined && <Icon name={item.icon} />}
              <span className={styles["label"]}><Marked text={item.label} sought={sought} /></span>
              {item.end !== undefined && <span className={popover["end"]}>{item.end}</span>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}
