import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { Template } from "../../api/generated";
import { t } from "../../i18n";
import styles from "./CreateNote.module.css";
import { TemplateActs } from "./TemplateActs";

/** The templates by their purpose, the user's own last. */
export function TemplateChoice({ templates, chosen, onChoose }: { templates: readonly Template[]; chosen: string | undefined; onChoose: (id: string) => void }) {
  const own = templates.find(({ id, own: isOwn }) => isOwn && id === chosen);
  const missing = own?.missing ?? [];
  return (
    <>
      <RadioGroup className={styles["templates"] ?? ""} aria-label={t("notes.create.template")} value={chosen ?? null} onChange={onChoose}>
        {templates.map((one) => (
          <Radio key={one.id} value={one.id} isDisabled={one.problem !== null} className={styles["template"] ?? ""}>
            <span className={styles["head"]}>
              <b>{one.name}</b>
              <span className="t13 faint">{[one.own ? t(one.everywhere ? "notes.create.everywhere" : "notes.create.own") : "", one.max_pages == null ? "" : t("notes.create.upTo", { count: one.max_pages })].filter((part) => part !== "").join(", ")}</span>
            </span>
            <span className="muted">{one.problem ?? one.purpose}</span>
          </Radio>
        ))}
      </RadioGroup>
      {missing.length > 0 && <p className="muted">{t("notes.template.missing", { names: missing.join(", ") })}</p>}
      <TemplateActs own={own} onChoose={onChoose} />
    </>
  );
}
