import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { Template } from "../../api/generated";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import styles from "./CreateNote.module.css";

/** The templates by their purpose, the user's own last. */
export function TemplateChoice({ templates, chosen, onChoose }: { templates: readonly Template[]; chosen: string | undefined; onChoose: (id: string) => void }) {
  const remove = useAct("template_delete");
  const own = templates.find(({ id, own: isOwn }) => isOwn && id === chosen);
  return (
    <>
      <RadioGroup className={styles["templates"] ?? ""} aria-label={t("notes.create.template")} value={chosen ?? null} onChange={onChoose}>
        {templates.map((one) => (
          <Radio key={one.id} value={one.id} className={styles["template"] ?? ""}>
            <span className={styles["head"]}>
              <b>{one.name}</b>
              <span className="t13 faint">{[one.own ? t("notes.create.own") : "", one.max_pages === undefined ? "" : t("notes.create.upTo", { count: one.max_pages })].filter((part) => part !== "").join(", ")}</span>
            </span>
            <span className="muted">{one.purpose}</span>
          </Radio>
        ))}
      </RadioGroup>
      {own !== undefined && (
        <div>
          <Button size="small" onPress={() => remove.mutate({ id: own.id }, { onSuccess: () => toastDone(t("notes.template.deleted", { name: own.name })), onError: toastError })}>
            {t("notes.template.delete", { name: own.name })}
          </Button>
        </div>
      )}
    </>
  );
}
