import { call } from "../../api/client";
import type { Body, Note } from "../../api/generated";
import { readOnce, useRead } from "../../api/query";
import { Button, type ButtonProps } from "../../design/Button";
import { Menu } from "../../design/Menu";
import { toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { newId } from "../../lib/ids";
import { goTo } from "../../lib/place";

/** Puts a block at the end of a note that the reader chooses. */
export function PutInNote({ body, size = "medium", ...rest }: { body: () => Body } & Pick<ButtonProps, "size" | "isDisabled" | "excludeFromTabOrder">) {
  const notes = useRead("note_list", {}).data ?? [];
  const put = async (note: Note) => {
    try {
      const { blocks } = await readOnce("note_get", { id: note.id });
      await call("block_insert", { id: newId(), note: note.id, body: body(), after: blocks.at(-1)?.id ?? null });
      toastDone(t("positions.put.done", { title: note.title }));
    } catch (problem) {
      toastError(problem as Error);
    }
  };
  return (
    <Menu
      label={t("positions.put.which")}
      trigger={<Button size={size} {...rest}>{t("positions.put.action")}</Button>}
      groups={[
        {
          heading: t("positions.put.which"),
          entries: notes.map((note) => ({ id: note.id, label: note.title, icon: "notes" as const, end: note.version, run: () => void put(note) })),
        },
        { entries: [{ id: "new", label: t("positions.put.new"), icon: "plus", run: () => goTo({ name: "notes" }) }] },
      ]}
    />
  );
}
