import type { Template } from "../../api/generated";
import { askForFiles, askWhereToSave } from "../../api/paths";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { toast, toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { fileName } from "../../lib/fileNames";
import styles from "./CreateNote.module.css";

/** What can be done with templates: one comes in from a file; the user's own goes to other dossiers, or goes. */
export function TemplateActs({ own, onChoose }: { own: Template | undefined; onChoose: (id: string) => void }) {
  const bring = useAct("template_import");
  const choose = async () => {
    const [path] = await askForFiles(t("notes.template.bringDialog"));
    if (path === undefined) return;
    bring.mutate(
      { path },
      {
        onSuccess: ({ id, name, missing }) => {
          onChoose(id);
          toastDone([t("notes.template.brought", { name }), ...(missing.length === 0 ? [] : [t("notes.template.missing", { names: missing.join(", ") })])].join(" "));
        },
        onError: toastError,
      },
    );
  };
  return (
    <div className={styles["acts"]}>
      {own !== undefined && <OwnActs template={own} />}
      <span className="grow" />
      <Button size="small" look="quiet" isPending={bring.isPending} onPress={() => void choose()}>{t("notes.template.bring")}</Button>
    </div>
  );
}

function OwnActs({ template: { id, name, here, everywhere } }: { template: Template }) {
  const save = useAct("template_export");
  const offer = useAct("template_offer");
  const withdraw = useAct("template_withdraw");
  const remove = useAct("template_delete");
  const saveAs = async () => {
    const path = await askWhereToSave({ title: t("notes.template.saveDialog"), kind: t("notes.template.kind"), suggested_name: fileName(name, "template"), extension: "standpoint-template" });
    if (path !== undefined) save.mutate({ id, path }, { onSuccess: (left) => toast({ text: withLeft(t("notes.template.savedFile", { name }), left.left_behind) }), onError: toastError });
  };
  return (
    <>
      {everywhere ? (
        <Button size="small" onPress={() => withdraw.mutate({ id }, { onSuccess: () => toast({ text: t("notes.template.withdrawn", { name }) }), onError: toastError })}>{t("notes.template.withdraw")}</Button>
      ) : (
        <Button size="small" onPress={() => offer.mutate({ id }, { onSuccess: (left) => toast({ text: withLeft(t("notes.template.offered", { name }), left.left_behind) }), onError: toastError })}>{t("notes.template.offer")}</Button>
      )}
      <Button size="small" onPress={() => void saveAs()}>{t("notes.template.saveFile")}</Button>
      {here && (
        <Button size="small" onPress={() => remove.mutate({ id }, { onSuccess: () => toastDone(t("notes.template.deleted", { name })), onError: toastError })}>
          {t("notes.template.delete", { name })}
        </Button>
      )}
    </>
  );
}

const withLeft = (said: string, count: number): string => (count === 0 ? said : `${said} ${t("notes.template.leftBehind", { count })}`);
