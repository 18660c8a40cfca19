import { useState } from "react";
import type { Source } from "../../api/generated";
import { asCommandError, call } from "../../api/client";
import { askWhereToSave } from "../../api/paths";
import { useAct } from "../../api/query";
import { Button } from "../../design/Button";
import { Dialog } from "../../design/Dialog";
import { IconButton } from "../../design/IconButton";
import { Menu } from "../../design/Menu";
import { toast, toastDone, toastError } from "../../design/toasts";
import { t } from "../../i18n";
import { goTo } from "../../lib/place";
import { Impact } from "./Impact";
import { isPaged } from "./pages/isPaged";
import { SupersedeDialog } from "./SupersedeDialog";
import { useRecognising } from "./useRecognising";

/** What else can be done with a source: put a newer version in its place, withdraw it, take it back in, delete it. */
export function SourceMenu({ source, onWithdraw }: { source: Source; onWithdraw: () => void }) {
  const [isWeighing, setWeighing] = useState(false);
  const [isSuperseding, setSuperseding] = useState(false);
  const reinstating = useAct("source_reinstate");
  const deleting = useAct("source_delete");
  const attaching = useAct("import_attachments");
  const remove = () =>
    deleting.mutate({ id: source.id }, {
      onSuccess: () => {
        goTo({ name: "sources" });
        toastDone(t("sources.details.deleted"));
      },
      onError: toastError,
    });
  const reinstate = () =>
    reinstating.mutate({ id: source.id }, { onSuccess: () => toastDone(t("sources.details.reinstated")), onError: toastError });
  const recognising = useRecognising(source, toastError);
  const attach = () => attaching.mutate({ id: source.id }, { onError: toastError });
  const saveOriginal = () => {
    const name = source.file_name ?? source.title;
    const dot = name.lastIndexOf(".");
    askWhereToSave({
      title: t("sources.details.saveOriginal").replace("…", ""),
      kind: t("sources.details.original"),
      suggested_name: dot > 0 ? name.slice(0, dot) : name,
      extension: dot > 0 ? name.slice(dot + 1) : "txt",
    })
      .then(async (path) => {
        if (path === undefined) return;
        await call("source_save_original", { id: source.id, path });
        toast({ text: t("sources.details.savedOriginal") });
      })
      .catch((thrown: unknown) => toastError(asCommandError(thrown)));
  };
  return (
    <>
      <Menu
        label={t("reader.more")}
        placement="bottom end"
        trigger={<IconButton icon="more" label={t("reader.more")} />}
        groups={[
          { entries: [{ id: "impact", label: t("reader.impact.show"), run: () => setWeighing(true) }] },
          {
            entries: [
              { id: "save", label: t("sources.details.saveOriginal"), icon: "export", run: saveOriginal },
              ...(isPaged(source) ? [{ id: "recognise", label: t("reader.scan.recognise"), run: recognising.begin }] : []),
              ...(source.media_type === "message/rfc822" ? [{ id: "attachments", label: t("sources.details.attachments"), run: attach }] : []),
            ],
          },
          {
            entries: [
              ...(source.state === "superseded" ? [] : [{ id: "supersede", label: t("sources.details.supersede"), run: () => setSuperseding(true) }]),
              source.state === "active"
                ? { id: "withdraw", label: `${t("sources.details.withdraw")}…`, run: onWithdraw }
                : { id: "reinstate", label: t("sources.details.reinstate"), run: reinstate },
            ],
          },
          { entries: [{ id: "delete", label: t("sources.details.delete"), danger: true, run: remove }] },
        ]}
      />
      {isSuperseding && <SupersedeDialog source={source} onClose={() => setSuperseding(false)} />}
      <Dialog
        title={t("reader.impact.title")}
        width="wide"
        isOpen={isWeighing}
        onClose={() => setWeighing(false)}
        footer={<Button look="primary" onPress={() => setWeighing(false)}>{t("common.close")}</Button>}
      >
        {isWeighing && <Impact source={source.id} onLeave={() => setWeighing(false)} />}
      </Dialog>
    </>
  );
}
