import type { ActorId, IssueId, PartialDate, TableFormat } from "../../api/generated";
import { asCommandError, call } from "../../api/client";
import { askWhereToSave } from "../../api/paths";
import { useRead } from "../../api/query";
import { Button } from "../../design/Button";
import { Menu } from "../../design/Menu";
import { toast, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { fileName } from "../../lib/fileNames";

/** Writes what the matrix shows, for other programs: asks as what and where, says what came of it. */
export function ExportMatrix({ asOf, actors, issues }: { asOf: PartialDate; actors: readonly ActorId[]; issues: readonly IssueId[] }) {
  const dossier = useRead("app_state", {}).data?.dossier?.head.title ?? "";
  const write = async (format: TableFormat) => {
    const suggested_name = fileName(t("positions.export.name", { dossier, date: asOf }), "matrix");
    const path = await askWhereToSave({ title: t("positions.export.dialog"), kind: t(`positions.export.${format}`), suggested_name, extension: format });
    if (path === undefined) return;
    const { positions: count, marking } = await call("matrix_export", { path, format, as_of: asOf, actors: [...actors], issues: [...issues] });
    const file = path.split(/[\\/]/).at(-1) ?? path;
    toast({ text: marking === null ? t("positions.export.done", { count, file }) : t("positions.export.doneMarked", { count, file, marking }) });
  };
  return (
    <Menu
      label={t("positions.export.label")}
      placement="bottom end"
      trigger={<Button size="small" icon="export">{t("positions.export.action")}</Button>}
      groups={[
        {
          heading: t("positions.export.label"),
          entries: (["xlsx", "csv"] as const).map((format) => ({
            id: format,
            label: t(`positions.export.${format}`),
            run: () => void write(format).catch((thrown: unknown) => toastError(asCommandError(thrown))),
          })),
        },
      ]}
    />
  );
}
